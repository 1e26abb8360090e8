package org.telnyx4j.generated;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Response;

/** A real client, without retries, and the server that it talks to. */
final class Wire implements AutoCloseable {
    static final String API_KEY = "KEY0123";

    /** The header that most responses here carry. */
    static final String REQUEST_ID = "req-4711";

    static final OutgoingMessage MESSAGE = OutgoingMessage.builder()
            .from("+14165550199")
            .to("+14165550100")
            .text("Hi")
            .build();

    private final RawServer server;
    private final ClientResources resources;
    private final TelnyxClient client;

    private Wire(RawServer server, Supplier<String> apiKey, int maxResponseBytes) {
        this.server = server;
        this.resources = new ClientResources(
                server.baseUrl(),
                HttpOptions.builder()
                        .maxConnections(100)
                        .maxResponseBytes(maxResponseBytes)
                        .build(),
                null,
                TimeSource.system(),
                new Telemetry(OpenTelemetry.noop(), true, List.of()),
                Map.of());
        CallSettings settings = new CallSettings(apiKey, Duration.ofSeconds(20), RetryOptions.off());
        this.client = new TelnyxClient(resources, CallSettings.merge(settings, CallSettings.BUILT_IN), null);
    }

    /** A wire whose server follows a script. */
    static Wire to(RawServer.Handler script) {
        return to(script, 16 * 1024 * 1024);
    }

    /** A wire whose server follows a script and whose client reads bodies up to a limit. */
    static Wire to(RawServer.Handler script, int maxResponseBytes) {
        try {
            return new Wire(RawServer.start(script), () -> API_KEY, maxResponseBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A wire with keys of the test's own. */
    static Wire withKeys(Supplier<String> apiKey) {
        try {
            return new Wire(RawServer.answering(Response.json(200, "{\"data\":{}}")), apiKey, 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A wire whose server answers everything with the same bytes. */
    static Wire answering(byte[] response) {
        return to(RawServer.toEach((request, connection) -> connection.send(response)));
    }

    static Wire answering(Response response) {
        return answering(response.bytes());
    }

    /** A wire whose server answers with these bytes and then hangs up. */
    static Wire hangingUpAfter(byte[] response, int maxResponseBytes) {
        return to(
                connection -> {
                    if (connection.read() != null) {
                        connection.send(response);
                    }
                    connection.socket().close();
                },
                maxResponseBytes);
    }

    /** The message that a response has. */
    static MessagePayload message(MessageResponse response) {
        return Objects.requireNonNull(response.getData(), "data");
    }

    static Response json(int status, String body) {
        return Response.json(status, body, "x-request-id: " + REQUEST_ID);
    }

    ApiClient client() {
        return client;
    }

    MessagesApi messages() {
        return new MessagesApi(client);
    }

    RawServer server() {
        return server;
    }

    @Override
    public void close() {
        resources.close();
        server.close();
    }
}
