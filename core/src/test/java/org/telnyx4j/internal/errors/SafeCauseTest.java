package org.telnyx4j.internal.errors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class SafeCauseTest {
    private static String printed(Throwable throwable) {
        StringWriter out = new StringWriter();
        throwable.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    @Test
    void causesInTheWordsOfSocketsAndTlsAreKept() {
        SSLHandshakeException tls = new SSLHandshakeException("no common protocol");
        tls.initCause(new SocketTimeoutException("Read timed out"));
        for (Throwable cause : new Throwable[] {
            new ConnectException("Connection refused"), new UnknownHostException("api.telnyx.com"), tls
        }) {
            assertThat(SafeCause.of(cause)).isSameAs(cause);
        }
        assertThat(SafeCause.of(null)).isNull();
    }

    @Test
    void aJsonReadersWordsAreWithheldAndItsPlaceIsKept() {
        Throwable cause = catchThrowable(() -> {
            try (JsonParser parser = new JsonFactory().createParser("{\"text\":Meet me at five}")) {
                while (parser.nextToken() != null) {}
            }
        });
        assertThat(printed(cause)).contains("Meet");

        Throwable safe = requireNonNull(SafeCause.of(cause));

        assertThat(printed(safe))
                .doesNotContain("Meet")
                .contains(cause.getClass().getName(), "line 1, column", "SafeCauseTest");
    }

    @Test
    void anInnerOrSuppressedCauseThatTalksIsWithheldWithAllThatHoldsIt() {
        Throwable url = catchThrowable(() -> new URI("https://x/?to=+1416 5550123"));
        ConnectException outer = new ConnectException("Connection refused");
        outer.initCause(url);
        ConnectException other = new ConnectException("Connection refused");
        other.addSuppressed(new IOException("Bad chunk header: Meet me at five"));

        assertThat(printed(requireNonNull(SafeCause.of(outer))))
                .doesNotContain("5550123")
                .contains("ConnectException");
        assertThat(printed(requireNonNull(SafeCause.of(other)))).doesNotContain("Meet me");
    }

    @Test
    void aHarmlessCauseWithinAWithheldOneIsKept() {
        ConnectException inner = new ConnectException("Connection refused");
        Throwable safe = requireNonNull(SafeCause.of(new ExecutionException("Meet me at five", inner)));
        assertThat(safe).isInstanceOf(SafeCause.class).hasCause(inner);
    }

    @Test
    void aChainThatLeadsIntoItselfComesToAnEnd() {
        IOException one = new IOException("Meet me at five");
        IOException two = new IOException("Meet me at five", one);
        one.initCause(two);
        ConnectException three = new ConnectException("a");
        ConnectException four = new ConnectException("b");
        three.initCause(four);
        four.initCause(three);

        assertThat(printed(requireNonNull(SafeCause.of(one)))).doesNotContain("Meet me");
        assertThat(SafeCause.of(three)).isSameAs(three);
    }
}
