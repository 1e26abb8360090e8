package sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/** Sends over HTTP/2, which the TLS handshake chooses, to a Jetty that has HTTP/1.1 as well. */
public final class Main {
    private static final int CALLS = 300;
    private static final String PASSWORD = "password";

    private Main() {}

    /** Takes a folder for the certificate. */
    public static void main(String[] args) {
        try {
            send(Path.of(args[0], "server.p12"), Path.of(args[0], "server.pem"));
            System.out.println("PROBE OK");
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            // The server's threads would keep the process alive.
            System.exit(1);
        }
    }

    private static void send(Path store, Path pem) throws Exception {
        Files.deleteIfExists(store);
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-keystore", store);
        keytool("-exportcert", "-rfc", "-file", pem, "-keystore", store);

        Messages messages = new Messages();
        Server server = server(store, messages);
        server.start();
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("KEY0123456789")
                .baseUrl("https://localhost:" + port + "/v2")
                .from("+14165550199")
                .timeout(Duration.ofMinutes(1))
                .http(HttpOptions.builder()
                        .protocol(HttpOptions.Protocol.HTTP_2)
                        .trustedCertificates(pem)
                        .build())
                .build()) {
            List<TelnyxFuture<MessageResult>> futures = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                futures.add(telnyx.async().messages().send(message(i)));
            }
            for (int i = 0; i < CALLS; i++) {
                check(futures.get(i).join().id().equals("text-" + i), "another's result");
            }
            check(telnyx.messages().send(message(CALLS)).id().equals("text-" + CALLS), "another's result");
        }
        check(messages.streams.get() == CALLS + 1, "requests over HTTP/2: " + messages.streams);
        check(messages.connections.get() == 1, "connections: " + messages.connections);
        System.out.println("the library is " + (Telnyx.class.getModule().isNamed() ? "a module" : "on the class path"));
    }

    private static OutgoingMessage message(int number) {
        return OutgoingMessage.builder()
                .to("+14165550123")
                .text("text-" + number)
                .build();
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("FAILED: " + what);
        }
    }

    private static void keytool(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of("-alias", "server", "-storepass", PASSWORD));
        check(new ProcessBuilder(command).inheritIO().start().waitFor() == 0, "keytool");
    }

    private static Server server(Path store, Messages messages) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(store.toUri().toString());
        tls.setKeyStorePassword(PASSWORD);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        Server server = new Server();
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2, http1);
        connector.setHost("127.0.0.1");
        connector.addEventListener(messages);
        server.addConnector(connector);
        server.setHandler(messages);
        return server;
    }

    private static final class Messages extends Handler.Abstract implements Connection.Listener {
        private static final String TEXT = "\"text\":\"";

        private final AtomicInteger streams = new AtomicInteger();
        private final AtomicInteger connections = new AtomicInteger();

        @Override
        public void onOpened(Connection connection) {
            if (connection instanceof SslConnection) {
                connections.incrementAndGet();
            }
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String body = Content.Source.asString(request, StandardCharsets.UTF_8);
            int start = body.indexOf(TEXT) + TEXT.length();
            String text = body.substring(start, body.indexOf('"', start));
            if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2) {
                streams.incrementAndGet();
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            byte[] sent = ("{\"data\":{\"id\":\"" + text + "\",\"to\":[{\"status\":\"queued\"}]}}")
                    .getBytes(StandardCharsets.UTF_8);
            response.write(true, ByteBuffer.wrap(sent), callback);
            return true;
        }
    }
}
