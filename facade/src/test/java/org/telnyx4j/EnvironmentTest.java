package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.internal.config.Environment;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** Each variable, alone and with values that cannot be used, as far as the wire. */
class EnvironmentTest {
    private static final List<String> VARIABLES = List.of(
            "TELNYX_API_KEY",
            "TELNYX_BASE_URL",
            "TELNYX_MESSAGING_PROFILE_ID",
            "TELNYX_FROM",
            "TELNYX_WEBHOOK_URL",
            "TELNYX_WEBHOOK_FAILOVER_URL",
            "TELNYX_CONNECTION_ID",
            "TELNYX_TIMEOUT");

    private static Map<String, String> complete(RawServer server) {
        return new HashMap<>(Map.of(
                "TELNYX_API_KEY", "KEY-env",
                "TELNYX_BASE_URL", server.baseUrl(),
                "TELNYX_MESSAGING_PROFILE_ID", "profile-env",
                "TELNYX_FROM", "+14165550001",
                "TELNYX_WEBHOOK_URL", "https://example.com/env",
                "TELNYX_WEBHOOK_FAILOVER_URL", "https://example.com/env-failover",
                "TELNYX_CONNECTION_ID", "app-env",
                "TELNYX_TIMEOUT", "20"));
    }

    private static Telnyx client(Map<String, String> variables) {
        return Telnyx.builder().environment(variables).build();
    }

    @Test
    void allVariablesTogetherSetAllThatTheyName() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(complete(server))) {
            telnyx.messages().send(message());

            ReceivedRequest request = server.awaitRequest();
            assertThat(request.requestLine()).isEqualTo("POST /v2/messages HTTP/1.1");
            assertThat(request.header("Authorization")).isEqualTo("Bearer KEY-env");
            assertThat(request.body())
                    .contains(
                            "\"from\":\"+14165550001\"",
                            "\"messaging_profile_id\":\"profile-env\"",
                            "\"webhook_url\":\"https://example.com/env\"",
                            "\"webhook_failover_url\":\"https://example.com/env-failover\"");
        }
    }

    @Test
    void theApplicationAndTheSenderOfTheEnvironmentPlaceACall() throws Exception {
        String placed = "{\"data\":{\"call_control_id\":\"v3:leg\"}}";
        try (RawServer server = RawServer.answering(RawServer.json(200, placed));
                Telnyx telnyx = client(complete(server))) {
            telnyx.calls().dial(OutgoingCall.builder().to("+14165550123").build());

            assertThat(server.awaitRequest().body())
                    .contains("\"connection_id\":\"app-env\"", "\"from\":\"+14165550001\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TELNYX_MESSAGING_PROFILE_ID, messaging_profile_id",
        "TELNYX_FROM, from",
        "TELNYX_WEBHOOK_URL, webhook_url",
        "TELNYX_WEBHOOK_FAILOVER_URL, webhook_failover_url"
    })
    void aVariableThatIsBlankOrAbsentLeavesItsFieldOut(String variable, String field) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            for (String blank : new String[] {"", "  ", "absent"}) {
                Map<String, String> variables = complete(server);
                variables.put(variable, blank);
                variables.remove(blank.equals("absent") ? variable : "nothing");
                try (Telnyx telnyx = client(variables)) {
                    telnyx.messages().send(message());
                    assertThat(server.awaitRequest().body()).doesNotContain("\"" + field + "\"");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t"})
    void aBlankKeyIsAsGoodAsNone(String blank) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Map<String, String> variables = complete(server);
            variables.put("TELNYX_API_KEY", blank);
            try (Telnyx telnyx = client(variables)) {
                assertThatThrownBy(() -> telnyx.messages().send(message()))
                        .isInstanceOf(TelnyxAuthenticationException.class);
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void withoutSenderAndProfileNothingCanBeSent() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Map<String, String> variables = complete(server);
            variables.keySet().removeAll(List.of("TELNYX_FROM", "TELNYX_MESSAGING_PROFILE_ID"));
            try (Telnyx telnyx = client(variables)) {
                assertThatThrownBy(() -> telnyx.messages().send(message()))
                        .isInstanceOf(TelnyxValidationException.class);
            }
        }
    }

    @Test
    void whatIsBlankOrAbsentLeavesTheBuilderAsItIs() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Telnyx.Builder builder = Telnyx.builder()
                    .apiKey("KEY-code")
                    .baseUrl(server.baseUrl())
                    .from("+14165550002")
                    .timeout(Duration.ofSeconds(20));
            Map<String, String> blanks = new HashMap<>();
            VARIABLES.forEach(name -> blanks.put(name, " "));
            try (Telnyx telnyx =
                    builder.environment(Map.of()).environment(blanks).build()) {
                telnyx.messages().send(message());

                ReceivedRequest request = server.awaitRequest();
                assertThat(request.header("Authorization")).isEqualTo("Bearer KEY-code");
                assertThat(request.body()).contains("+14165550002");
            }
        }
    }

    @Test
    void whiteSpaceAroundAValueDoesNotCount() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Map<String, String> variables = complete(server);
            variables.replaceAll((name, value) -> " " + value + "\n");
            try (Telnyx telnyx = client(variables)) {
                telnyx.messages().send(message());
                ReceivedRequest request = server.awaitRequest();
                assertThat(request.header("Authorization")).isEqualTo("Bearer KEY-env");
                assertThat(request.body()).contains("\"from\":\"+14165550001\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TELNYX_API_KEY              | KEYé-private
                    TELNYX_BASE_URL             | private.example.com
                    TELNYX_BASE_URL             | https://bob:private@example.com
                    TELNYX_BASE_URL             | https://example.com/?private
                    TELNYX_FROM                 | private-sender
                    TELNYX_FROM                 | 6135550142
                    TELNYX_WEBHOOK_URL          | ftp://private.example.com
                    TELNYX_WEBHOOK_FAILOVER_URL | private
                    TELNYX_TIMEOUT              | private
                    TELNYX_TIMEOUT              | 10s
                    TELNYX_TIMEOUT              | 0
                    TELNYX_TIMEOUT              | 0.0
                    TELNYX_TIMEOUT              | -1
                    TELNYX_TIMEOUT              | PT0S
                    TELNYX_TIMEOUT              | PT-5S
                    TELNYX_TIMEOUT              | P
                    TELNYX_TIMEOUT              | PT99999999999999999999S
                    TELNYX_TIMEOUT              | PT9999999999999999H
                    TELNYX_TIMEOUT              | 1e99999
                    TELNYX_TIMEOUT              | 1e2147483647
                    TELNYX_TIMEOUT              | 1e-2147483647
                    TELNYX_TIMEOUT              | 10000000
                    TELNYX_TIMEOUT              | NaN
                    TELNYX_CORRELATE_SENDS      | yes
                    TELNYX_CORRELATE_SENDS      | 1
                    TELNYX_TIMEOUT              | 1,5
                    TELNYX_TIMEOUT              | ١٠s
                    """)
    void aValueThatCannotBeUsedIsRefusedWithTheVariablesNameAndNotTheValue(String name, String value) {
        Telnyx.Builder builder = Telnyx.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.environment(Map.of(name, value)))
                .satisfies(problem -> {
                    assertThat(problem.getMessage())
                            .startsWith(name + " must ")
                            .doesNotContain("private", "6135550142");
                    assertThat(problem).hasNoCause();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "10, PT10S",
        "2.5, PT2.5S",
        "0.001, PT0.001S",
        "' 7 ', PT7S",
        "+3, PT3S",
        "1e1, PT10S",
        "1000000, PT277H46M40S",
        "PT2.5S, PT2.5S",
        "pt1m, PT1M",
        "P1D, PT24H"
    })
    void theTimeoutIsSecondsOrAnIsoDuration(String value, Duration duration) {
        assertThat(new Environment(Map.of("TELNYX_TIMEOUT", value)).duration("TELNYX_TIMEOUT"))
                .isEqualTo(duration);
    }

    @Test
    void theTimeoutOfTheEnvironmentHolds() throws IOException {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitClose)) {
            Map<String, String> variables = complete(server);
            variables.put("TELNYX_TIMEOUT", "0.1");
            try (Telnyx telnyx = client(variables)) {
                assertThatThrownBy(() -> telnyx.messages().send(message()))
                        .isInstanceOf(TelnyxNetworkException.class)
                        .hasMessageContaining("deadline of 100 ms");
            }
        }
    }
}
