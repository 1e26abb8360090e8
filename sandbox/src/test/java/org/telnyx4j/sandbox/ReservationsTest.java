package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.sandbox.TestClient.Answer;

class ReservationsTest {
    private static final String NUMBER = "+14165550110";

    private final TelnyxSandbox sandbox = TelnyxSandbox.builder()
            .manualClock(Instant.parse("2026-03-01T12:00:00Z"))
            .start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aReservationHoldsItsNumberForHalfAnHour() throws IOException {
        JsonNode created = reserve("'phone_number':'" + NUMBER + "'").data();
        String id = created.get("id").textValue();
        sandbox.clock().advance(Duration.ofSeconds(1));
        JsonNode settled = client.get("/number_reservations/" + id).data();

        assertThat(created.get("status").textValue()).isEqualTo("pending");
        assertThat(settled.get("status").textValue()).isEqualTo("success");
        assertThat(settled.at("/phone_numbers/0/status").textValue()).isEqualTo("success");
        assertThat(settled.at("/phone_numbers/0/expired_at").textValue()).isEqualTo("2026-03-01T12:30:00Z");
        assertThat(unheld()).doesNotContain(NUMBER);

        sandbox.clock().advance(Duration.ofMinutes(30));
        assertThat(unheld()).contains(NUMBER);
    }

    @Test
    void anExtensionHoldsTheNumberLongerUnlessItIsTooLate() throws IOException {
        String id = reserve("'phone_number':'" + NUMBER + "'").data().get("id").textValue();
        sandbox.clock().advance(Duration.ofMinutes(20));

        JsonNode extended = client.post("/number_reservations/" + id + "/actions/extend", "")
                .data();
        sandbox.clock().advance(Duration.ofMinutes(20));

        assertThat(extended.at("/phone_numbers/0/expired_at").textValue()).isEqualTo("2026-03-01T12:50:00Z");
        assertThat(unheld()).doesNotContain(NUMBER);

        sandbox.clock().advance(Duration.ofMinutes(20));
        client.post("/number_reservations/" + id + "/actions/extend", "");
        assertThat(unheld()).contains(NUMBER);
    }

    @Test
    void whatCannotBeReservedFailsAndSaysWhy() throws IOException {
        reserve("'phone_number':'" + NUMBER + "'");

        String id = reserve("'phone_number':'" + NUMBER + "'").data().get("id").textValue();
        String other = reserve("'phone_number':'+19995550100'").data().get("id").textValue();
        sandbox.clock().advance(Duration.ofSeconds(1));

        for (String reservation : List.of(id, other)) {
            JsonNode data = client.get("/number_reservations/" + reservation).data();
            assertThat(data.get("status").textValue()).isEqualTo("failure");
            assertThat(data.at("/phone_numbers/0/status").textValue()).isEqualTo("failure");
            assertThat(data.at("/phone_numbers/0/errors").textValue()).startsWith("The number is");
        }
    }

    @Test
    void aReservedNumberCanBeOrdered() throws IOException {
        reserve("'phone_number':'" + NUMBER + "'");

        Answer order =
                client.sendJson("POST", "/number_orders", "{'phone_numbers':[{'phone_number':'" + NUMBER + "'}]}");
        sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(order.status()).isEqualTo(200);
        assertThat(sandbox.numbers().findByNumber(NUMBER)).isPresent();
    }

    @Test
    void reservationsAreFoundByWhatTheyHold() throws IOException {
        String first =
                reserve("'phone_number':'" + NUMBER + "'").data().get("id").textValue();
        sandbox.clock().advance(Duration.ofMinutes(1));
        String second =
                reserve("'phone_number':'+14165550111'").data().get("id").textValue();

        assertThat(listed("filter[phone_numbers.phone_number]=" + NUMBER)).containsExactly(first);
        assertThat(listed("filter[status]=pending")).containsExactly(second);
        assertThat(listed("filter[created_at][gt]=2026-03-01T12:00:30Z")).containsExactly(second);
        assertThat(listed("page[size]=20")).containsExactly(second, first);
        assertThat(listed("filter[created_at][lt]=later")).containsExactly(second, first);
        assertThat(sandbox.requests().get(sandbox.requests().size() - 1).ignoredParameters())
                .containsExactly("filter[created_at][lt]");
        assertThat(client.get("/number_reservations/none").status()).isEqualTo(404);
    }

    private List<String> unheld() throws IOException {
        return client.list(
                        "/available_phone_numbers",
                        "filter[national_destination_code]=416",
                        "filter[exclude_held_numbers]=true")
                .all("phone_number");
    }

    private List<String> listed(String query) throws IOException {
        return client.list("/number_reservations", query).all("id");
    }

    private Answer reserve(String number) throws IOException {
        return client.sendJson("POST", "/number_reservations", "{'phone_numbers':[{" + number + "}]}");
    }
}
