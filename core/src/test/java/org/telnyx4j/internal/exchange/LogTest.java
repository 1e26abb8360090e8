package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.internal.logs.RecordingLogs;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.RawServer;

/** What gets into a log that takes everything, as that of Logback without a configuration does. */
class LogTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Your code is 480215").build();

    @Test
    void neitherKeyNorTextNorNumberIsLogged(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.selfSigned(folder);
        HttpOptions trusting =
                HttpOptions.builder().trustedCertificates(certificates.pem()).build();
        String response = RawServer.json(503, "{\"text\":\"480215\"}", "X-Private: +14165550123");
        RequestOptions ownKey =
                RequestOptions.builder().header("X-Own", "secret-header").build();
        List<String> lines = RecordingLogs.of(() -> {
            try (RawServer plain = RawServer.answering(response);
                    RawServer tls =
                            RawServer.startTls(certificates.server(), RawServer.answeringWith(request -> response))) {
                for (RawServer server : List.of(plain, tls)) {
                    try (Clients clients = new Clients(server.baseUrl(), RetryOptions.defaults(), trusting)) {
                        assertThat(catchThrowableOfType(
                                        TelnyxException.class, () -> clients.send(Clients.CREATION, BODY, ownKey)))
                                .isNotNull();
                        assertThat(catchThrowableOfType(TelnyxException.class, () -> clients.lookUp("+14165550123")))
                                .isNotNull();
                        assertThat(server.requests()).hasSize(4);
                        assertThat(server.requests().get(1).requestLine()).contains("/things/%2B14165550123");
                    }
                }
            }
        });
        // That HttpClient was heard at all.
        assertThat(lines).anyMatch(line -> line.contains("org.apache.hc.client5"));
        assertThat(lines)
                .noneMatch(line -> line.contains(Clients.KEY)
                        || line.contains("480215")
                        || line.contains("4165550123")
                        || line.contains("Authorization")
                        || line.contains("secret-header"));
    }
}
