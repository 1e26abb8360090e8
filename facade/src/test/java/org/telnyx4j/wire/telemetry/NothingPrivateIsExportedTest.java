package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.ScriptedServer;

class NothingPrivateIsExportedTest {
    private static final String TEXT = "Meet me at the quay";
    private static final List<String> PRIVATE = List.of(
            "4165550123", "4165550199", "quay", "KEY0123456789abcdef", "Bearer", "hook.example", "Secret subject");

    private static final String ECHO = """
            {"errors":[{"code":"14165550123","title":"Cannot send 'Meet me at the quay' to +14165550123",
            "detail":"Meet me at the quay, from +14165550199 with KEY0123456789abcdef",
            "source":{"pointer":"/to/+14165550123"}}]}""";

    private static final OutgoingMessage MESSAGE = OutgoingMessage.builder()
            .to("+14165550123")
            .text(TEXT)
            .subject("Secret subject")
            .addMediaUrl("https://hook.example/picture?of=4165550123")
            .webhookUrl("https://hook.example/4165550123")
            .build();

    @Test
    void whateverIsAskedForAndWhateverIsAnswered() throws IOException {
        try (Recorder recorder = new Recorder();
                ScriptedServer server = Account.server();
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(server.baseUrl())
                        .openTelemetry(recorder.sdk)
                        .retries(RetryOptions.off())
                        .build()) {
            var tenant = telnyx.withTenant(Tenant.builder("acme")
                    .apiKey("KEY0123456789abcdef")
                    .from("+14165550199")
                    .build());
            tenant.messages().send(MESSAGE);
            tenant.messages().retrieve("+14165550123");
            tenant.messages().retrieve("sip:4165550123@hook.example");
            tenant.messages().cancel(TEXT);
            for (int status : new int[] {400, 401, 404, 422, 429, 500}) {
                server.then(status, ECHO);
                assertThatThrownBy(() -> tenant.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);
            }
            server.then(200, "\"Meet me at the quay +14165550123\"");
            assertThatThrownBy(() -> tenant.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);
            OutgoingMessage refused =
                    OutgoingMessage.builder().to("4165550123").text(TEXT).build();
            assertThatThrownBy(() -> tenant.messages().send(refused)).isInstanceOf(TelnyxException.class);
            server.then(400, ECHO);
            assertThatThrownBy(() -> tenant.raw()
                            .phoneNumbers()
                            .listPhoneNumbers(ListPhoneNumbersQuery.builder()
                                    .phoneNumber("14165550123")
                                    .pageSize(250)
                                    .build()))
                    .isInstanceOf(TelnyxException.class);

            String exported = String.join("\n", recorder.everything());

            assertThat(exported)
                    .contains("telnyx.messages.send", "page[size]=250", "filter[phone_number]=REDACTED")
                    .contains("error.type", "http.client.request.duration", "acme");
            assertThat(PRIVATE).allSatisfy(secret -> assertThat(exported).doesNotContain(secret));
        }
    }
}
