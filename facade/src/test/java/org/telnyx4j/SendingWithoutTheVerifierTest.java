package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.testing.RawServer;

/** The verifier is an optional dependency: with Bouncy Castle it is larger than all the rest. */
class SendingWithoutTheVerifierTest {
    @Test
    void aProgramThatOnlySendsNeedsNeitherVerifierNorBouncyCastle() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, Fixtures.SENT));
                URLClassLoader loader = withoutTheVerifier()) {
            assertThatThrownBy(() -> loader.loadClass("org.telnyx4j.webhooks.WebhookVerifier"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass("org.bouncycastle.crypto.params.Ed25519PublicKeyParameters"))
                    .isInstanceOf(ClassNotFoundException.class);

            Object id = loader.loadClass(Sender.class.getName())
                    .getMethod("send", String.class)
                    .invoke(null, server.baseUrl());

            assertThat(id).isEqualTo("40385f64-5717-4562-b3fc-2c963f66afa6");
        }
    }

    /** Runs in a loader of its own. */
    public static final class Sender {
        private Sender() {}

        public static String send(String baseUrl) {
            try (Telnyx telnyx = Telnyx.builder()
                    .baseUrl(baseUrl)
                    .apiKey(Fixtures.KEY)
                    .from(Fixtures.FROM)
                    .build()) {
                return telnyx.messages().send(Fixtures.message()).id();
            }
        }
    }

    private static URLClassLoader withoutTheVerifier() {
        URL[] rest = Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.contains("webhook-verifier") && !entry.contains("bcprov"))
                .map(SendingWithoutTheVerifierTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
