package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** Whom the client trusts, and which versions of TLS it speaks. */
class TlsTest {
    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned(folder);
    }

    /** Speaks the given versions only, and tells which were agreed on. */
    private static RawServer server(List<String> agreed, String... versions) throws Exception {
        return RawServer.startTls(certificates.server(), connection -> {
            SSLSocket socket = (SSLSocket) connection.socket();
            socket.setEnabledProtocols(versions);
            socket.startHandshake();
            agreed.add(socket.getSession().getProtocol());
            RawServer.answeringWith(request -> RawServer.json(200, SENT)).handle(connection);
        });
    }

    private static Telnyx trustingFile(RawServer server) {
        return client(server)
                .http(HttpOptions.builder()
                        .trustedCertificates(certificates.pem())
                        .build())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsOfTodayAreSpokenWithACertificateFromAFile(String version) throws Exception {
        List<String> agreed = new CopyOnWriteArrayList<>();
        try (RawServer server = server(agreed, version);
                Telnyx telnyx = trustingFile(server)) {
            telnyx.messages().send(message());
            telnyx.messages().send(message());
            assertThat(agreed).containsExactly(version);
        }
    }

    @Test
    void theNewerVersionIsPreferred() throws Exception {
        List<String> agreed = new CopyOnWriteArrayList<>();
        try (RawServer server = server(agreed, "TLSv1.2", "TLSv1.3");
                Telnyx telnyx = trustingFile(server)) {
            telnyx.messages().send(message());
            assertThat(agreed).containsExactly("TLSv1.3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void olderVersionsAreRefusedEvenWhereAContextAllowsThem(String version) throws Exception {
        List<String> agreed = new CopyOnWriteArrayList<>();
        try (RawServer server = server(agreed, version);
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder()
                                .sslContext(certificates.client())
                                .build())
                        .build()) {
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.messages().send(message()));
            assertThat(error.stage()).isEqualTo(FailureStage.TLS);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(agreed).isEmpty();
        }
    }

    @Test
    void aContextOfTheApplicationIsUsed() throws Exception {
        List<String> agreed = new CopyOnWriteArrayList<>();
        SSLContext context = certificates.client();
        try (RawServer server = server(agreed, "TLSv1.3");
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder().sslContext(context).build())
                        .build()) {
            telnyx.messages().send(message());
            assertThat(agreed).hasSize(1);
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        List<String> agreed = new CopyOnWriteArrayList<>();
        // The certificate has localhost and 127.0.0.1, but not 127.0.0.2, which is this machine as well.
        try (ServerSocket listening = certificates
                        .server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl("https://127.0.0.2:" + listening.getLocalPort())
                        .apiKey("key")
                        .from("+14165550199")
                        .http(HttpOptions.builder()
                                .sslContext(certificates.client())
                                .build())
                        .build()) {
            Running accepted = Threads.start(() -> {
                try (Socket socket = listening.accept()) {
                    agreed.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
                return agreed;
            });
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.messages().send(message()));
            accepted.join();
            assertThat(error.stage()).isEqualTo(FailureStage.TLS);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(agreed).noneMatch(received -> received.contains("POST"));
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWhenTheClientIsBuilt() throws IOException {
        Path none = folder.resolve("none.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        for (Path pem : List.of(none, empty, garbage)) {
            HttpOptions options = HttpOptions.builder().trustedCertificates(pem).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Telnyx.builder().http(options).build())
                    .withMessageContaining("file of trusted certificates");
        }
    }

    @Test
    void severalCertificatesInAFileAreAllTrusted() throws Exception {
        Path otherFolder = Files.createDirectory(folder.resolve("other"));
        Certificates other = Certificates.selfSigned(otherFolder);
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                "first\n" + Files.readString(other.pem()) + "\nsecond\n" + Files.readString(certificates.pem()));
        List<String> agreed = new CopyOnWriteArrayList<>();
        try (RawServer server = server(agreed, "TLSv1.3");
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder().trustedCertificates(both).build())
                        .build()) {
            telnyx.messages().send(message());
            assertThat(agreed).hasSize(1);
        }
    }

    @Test
    void aFileAndAContextExcludeEachOther() throws Exception {
        HttpOptions.Builder builder =
                HttpOptions.builder().sslContext(certificates.client()).trustedCertificates(certificates.pem());
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("exclude each other");
    }
}
