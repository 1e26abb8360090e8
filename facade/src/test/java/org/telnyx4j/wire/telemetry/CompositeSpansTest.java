package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.wire.telemetry.Account.list;
import static org.telnyx4j.wire.telemetry.PrivateValues.NAME;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.testing.ScriptedServer;

/** Helpers of several steps, where not everything goes right at once. */
class CompositeSpansTest {
    private static final String ONE_OF_TWO_PAGES = ",\"meta\":{\"page_number\":1,\"page_size\":1,\"total_pages\":2}}";
    private static final String TWO_OF_TWO_PAGES = ",\"meta\":{\"page_number\":2,\"page_size\":1,\"total_pages\":2}}";
    private static final String OTHER = "{\"id\":\"other\",\"name\":\"Clinic of Jane Doe, annex\"}";
    private static final String TAKEN =
            "{\"errors\":[{\"code\":\"10015\",\"title\":\"Number is not available\",\"detail\":\"+16135550142\"}]}";
    private static final CreateMessagingProfileRequest SETTINGS = CreateMessagingProfileRequest.builder()
            .name(NAME)
            .whitelistedDestinations(List.of("CA"))
            .build();

    private final Recorder recorder = new Recorder();
    private ScriptedServer server;
    private Telnyx telnyx;

    @BeforeEach
    void open() throws IOException {
        server = Account.server().otherwise(Account::answer);
        telnyx = Telnyx.builder()
                .apiKey(PrivateValues.KEY)
                .baseUrl(server.baseUrl())
                .openTelemetry(recorder.sdk)
                .retries(RetryOptions.off())
                .build();
    }

    @AfterEach
    void close() {
        telnyx.close();
        server.close();
        recorder.close();
    }

    @Test
    void aSearchOverAllPagesIsOneOperation() {
        server.then(200, "{\"data\":[" + OTHER + "]" + ONE_OF_TWO_PAGES);
        server.then(200, "{\"data\":[" + Account.PROFILE + "]" + TWO_OF_TWO_PAGES);

        assertThat(telnyx.messagingProfiles().findByName(NAME)).isPresent();

        assertThat(tree())
                .containsExactly(
                        "telnyx.messaging_profiles.find_by_name carried_out",
                        "  GET /v2/messaging_profiles 200",
                        "  GET /v2/messaging_profiles 200");
    }

    @Test
    void aListIsAnOperationForEachPage() {
        server.then(200, "{\"data\":[" + OTHER + "]" + ONE_OF_TWO_PAGES);
        server.then(200, "{\"data\":[" + Account.PROFILE + "]" + TWO_OF_TWO_PAGES);

        assertThat(telnyx.messagingProfiles().list()).hasSize(2);

        assertThat(tree())
                .containsExactly(
                        "telnyx.messaging_profiles.list carried_out",
                        "  GET /v2/messaging_profiles 200",
                        "telnyx.messaging_profiles.list carried_out",
                        "  GET /v2/messaging_profiles 200");
    }

    @Test
    void aProfileThatIsMissingIsMade() {
        server.then(200, list(""));

        telnyx.messagingProfiles().createOrUpdate(SETTINGS);

        assertThat(tree())
                .containsExactly(
                        "telnyx.messaging_profiles.create_or_update carried_out",
                        "  telnyx.messaging_profiles.find_by_name carried_out",
                        "    GET /v2/messaging_profiles 200",
                        "  telnyx.messaging_profiles.create carried_out",
                        "    POST /v2/messaging_profiles 200");
    }

    @Test
    void aProfileThatDiffersIsChanged() {
        telnyx.messagingProfiles()
                .createOrUpdate(SETTINGS.toBuilder().enabled(false).build());

        assertThat(tree())
                .containsExactly(
                        "telnyx.messaging_profiles.create_or_update carried_out",
                        "  telnyx.messaging_profiles.find_by_name carried_out",
                        "    GET /v2/messaging_profiles 200",
                        "  telnyx.messaging_profiles.update carried_out",
                        "    PATCH /v2/messaging_profiles/{id} 200");
    }

    @Test
    void aNameThatTwoProfilesHaveFailsTheStepAndTheWhole() {
        server.then(200, list(Account.PROFILE + "," + OTHER.replace(", annex", "")));

        assertThatThrownBy(() -> telnyx.messagingProfiles().createOrUpdate(SETTINGS))
                .isInstanceOf(TelnyxValidationException.class);

        assertThat(tree())
                .containsExactly(
                        "telnyx.messaging_profiles.create_or_update not_carried_out ERROR",
                        "  telnyx.messaging_profiles.find_by_name not_carried_out ERROR",
                        "    GET /v2/messaging_profiles 200");
    }

    @Test
    void aNumberThatWasTakenMeanwhileFailsItsStepAndNotTheWhole() {
        server.then(200, "{\"data\":[{\"phone_number\":\"+16135550142\"},{\"phone_number\":\"+16135550143\"}]}");
        server.then(422, TAKEN);

        assertThat(telnyx.phoneNumbers().searchAndBuyFirst("613")).isPresent();

        assertThat(tree())
                .containsExactly(
                        "telnyx.phone_numbers.search_and_buy_first carried_out",
                        "  telnyx.phone_numbers.search_available carried_out",
                        "    GET /v2/available_phone_numbers 200",
                        "  telnyx.phone_numbers.buy not_carried_out ERROR",
                        "    POST /v2/number_orders 422 ERROR",
                        "  telnyx.number_orders.list carried_out",
                        "    GET /v2/number_orders 200",
                        "  telnyx.number_orders.list carried_out",
                        "    GET /v2/number_orders 200",
                        "  telnyx.phone_numbers.buy carried_out",
                        "    POST /v2/number_orders 200");
    }

    @Test
    void anOrderWhoseAnswerIsOfNoUseIsLookedUpWithinTheWhole() {
        server.then(200, "{\"data\":[{\"phone_number\":\"+16135550142\"}]}");
        server.then(200, "<html>");

        assertThatThrownBy(() -> telnyx.phoneNumbers()
                        .searchAndBuyFirst(
                                ListAvailablePhoneNumbersQuery.builder()
                                        .nationalDestinationCode("613")
                                        .build(),
                                PurchaseOptions.builder()
                                        .customerReference(PrivateValues.REFERENCE)
                                        .build(),
                                RequestOptions.timeout(Duration.ofSeconds(4))))
                .isInstanceOfSatisfying(
                        TelnyxException.class,
                        e -> assertThat(e.reference())
                                .hasValueSatisfying(
                                        reference -> assertThat(reference).startsWith(PrivateValues.REFERENCE + "/")))
                .hasMessageNotContaining("Jane");

        assertThat(tree())
                .startsWith(
                        "telnyx.phone_numbers.search_and_buy_first unknown ERROR",
                        "  telnyx.phone_numbers.search_available carried_out",
                        "    GET /v2/available_phone_numbers 200",
                        "  telnyx.phone_numbers.buy unknown ERROR",
                        "    POST /v2/number_orders 200",
                        "  telnyx.number_orders.list carried_out",
                        "    GET /v2/number_orders 200");
    }

    /** Each span behind its parent, with outcome or status. */
    private List<String> tree() {
        Map<String, Integer> depths = new HashMap<>();
        return recorder.inOrder().stream()
                .map(span -> {
                    int depth = depths.getOrDefault(span.getParentSpanId(), -1) + 1;
                    depths.put(span.getSpanId(), depth);
                    return "  ".repeat(depth) + span.getName() + " " + result(span);
                })
                .toList();
    }

    private static String result(SpanData span) {
        Map<String, Object> attributes = Recorder.map(span.getAttributes());
        Object result = attributes.getOrDefault("http.response.status_code", attributes.get("telnyx.outcome"));
        return result + (span.getStatus().getStatusCode() == StatusCode.ERROR ? " ERROR" : "");
    }
}
