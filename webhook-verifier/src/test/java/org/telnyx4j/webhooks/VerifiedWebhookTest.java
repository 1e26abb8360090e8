package org.telnyx4j.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifiedWebhookTest {
    private final WebhookSigner signer = WebhookSigner.generate();
    private final byte[] body = "0123456789".getBytes(UTF_8);
    private final VerifiedWebhook webhook = WebhookVerifier.builder()
            .publicKey(signer.publicKey())
            .build()
            .verify(body, HeaderLookup.of(signer.headers(body)));

    @Test
    void nobodyOutsideOfThePackageCanMakeOne() {
        assertThat(VerifiedWebhook.class.getDeclaredConstructors())
                .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers())
                        || Modifier.isProtected(constructor.getModifiers()));
        assertThat(VerifiedWebhook.class.getModifiers()).matches(Modifier::isFinal);
        assertThat(Stream.of(WebhookVerifier.class, WebhookReceiver.class, WebhookSigner.class, VerifiedWebhook.class)
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(method -> method.getReturnType() == VerifiedWebhook.class))
                .allMatch(method -> method.getDeclaringClass() == WebhookVerifier.class
                        && method.getName().equals("verify"));
    }

    @Test
    void itsStreamCanBeReadInPieces() throws IOException {
        InputStream stream = webhook.bodyStream();
        byte[] piece = new byte[4];

        assertThat(stream.read()).isEqualTo('0');
        assertThat(stream.read(piece)).isEqualTo(4);
        assertThat(new String(piece, UTF_8)).isEqualTo("1234");
        stream.mark(0);
        assertThat(stream.skip(3)).isEqualTo(3);
        assertThat(stream.skip(-1)).isZero();
        assertThat(stream.available()).isEqualTo(2);
        stream.reset();
        assertThat(stream.skip(100)).isEqualTo(5);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(piece)).isEqualTo(-1);
        assertThat(stream.read(piece, 0, 0)).isZero();
    }

    @Test
    void aTargetThatScribblesOverItsInputDoesNoHarm() throws IOException {
        webhook.bodyStream().transferTo(new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, (byte) 'x');
            }
        });

        assertThat(webhook.body()).isEqualTo(body);
    }
}
