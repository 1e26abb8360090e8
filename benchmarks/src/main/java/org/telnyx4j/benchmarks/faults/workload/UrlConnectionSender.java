package org.telnyx4j.benchmarks.faults.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.telnyx4j.benchmarks.faults.server.Ticket;

/** Posts with {@link HttpURLConnection}, as it is out of the box: it repeats some POSTs by itself. */
final class UrlConnectionSender implements NaiveSender {
    private final SSLSocketFactory tls;

    UrlConnectionSender(SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public Reply post(String url, String ticket, String json, Duration timeout) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secured) {
            secured.setSSLSocketFactory(tls);
        }
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer KEY_OF_NO_ACCOUNT");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty(Ticket.HEADER, ticket);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Reply(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
