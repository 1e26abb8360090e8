package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.fixtures.Fixtures.client;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.testing.RawServer;

/** The numbers that an account sees before it is verified. */
class MaskedNumbersTest {
    private static final String INVENTORY =
            "{\"data\":[{\"phone_number\":\"+17792------\"},{\"phone_number\":\"+17793------\"}]}";

    @Test
    void numbersThatTelnyxMasksAreAnErrorThatSaysWhatToDo() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(200, INVENTORY));
                Telnyx telnyx = client(server).build()) {
            ListAvailablePhoneNumbersQuery query =
                    ListAvailablePhoneNumbersQuery.builder().build();
            assertThatThrownBy(() -> telnyx.phoneNumbers()
                            .searchAndBuyFirst(query, PurchaseOptions.none(), RequestOptions.none()))
                    .isInstanceOf(TelnyxValidationException.class)
                    .hasMessageContaining("masked by Telnyx")
                    .hasMessageContaining("verify it in the Telnyx portal");
            assertThat(server.requests()).hasSize(1);

            assertThatThrownBy(() -> telnyx.phoneNumbers().buy("+17792------"))
                    .isInstanceOf(TelnyxValidationException.class)
                    .hasMessageContaining("has digits masked by Telnyx")
                    .hasMessageContaining("verify it in the Telnyx portal");
            assertThat(server.requests()).hasSize(1);
        }
    }
}
