package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.Calls;

class SetupFaultTest {
    private static final ErrorFactory FACTORY = new ErrorFactory(Clock.systemUTC(), "proxy.internal:3128");

    private static TelnyxNetworkException tls(Throwable cause) {
        return FACTORY.network(Calls.of("messages.send", Idempotency.IDEMPOTENT), FailureStage.TLS, cause);
    }

    private static TelnyxNetworkException certificate(Throwable cause) {
        SSLHandshakeException handshake = new SSLHandshakeException("refused");
        handshake.initCause(new CertificateException("wrapped", cause));
        return tls(handshake);
    }

    private static void assertLasting(TelnyxNetworkException error, String advice) {
        assertThat(error.failure()).isEqualTo(NetworkFailure.SETUP);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
        assertThat(error).hasMessageContaining("It was not carried out; " + advice);
    }

    @Test
    void aCertificateThatIsRefusedSaysWhatToChange() {
        assertLasting(certificate(new CertPathBuilderException("no path")), "trust the issuer of the certificate");
        assertLasting(certificate(new CertificateExpiredException("NotAfter")), "check the clock of this machine");
        assertLasting(
                certificate(new CertificateException("No name matching api.example.com found")),
                "check the host in the base URL");
    }

    @Test
    void tlsToAPlainPortSaysSo() {
        assertLasting(
                tls(new SSLException("Unsupported or unrecognized SSL message")),
                "check the scheme and the port of the base URL");
        assertLasting(
                tls(new SSLHandshakeException("Received fatal alert: protocol_version")), "check the TLS versions");
    }

    @Test
    void aHandshakeThatBreaksMayPass() {
        for (IOException cause : new IOException[] {
            new SSLHandshakeException("Remote host terminated the handshake"),
            new SSLException("Received fatal alert: internal_error"),
            // What JDK 25 makes of a connection that is cut before the first message of the handshake.
            new SSLException("(handshake_failure) Couldn't kickstart handshaking", new SocketException("Broken pipe")),
            new SocketException("Connection reset")
        }) {
            assertThat(tls(cause).failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(tls(cause).advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 405, 407})
    void aProxyThatRefusesIsNotAskedAgain(int status) {
        TelnyxNetworkException error = FACTORY.network(
                Calls.of("messages.send", Idempotency.IDEMPOTENT),
                FailureStage.CONNECT,
                new ProxyRefusalException(status));
        assertLasting(error, status == 407 ? "set the user and the password" : "have the proxy allow the host");
        assertThat(error).hasMessageContaining("the connection to the proxy proxy.internal:3128 failed");
    }

    @Test
    void aProxyThatFailsMayRecoverAndIsNamed() {
        for (IOException cause : new IOException[] {new ProxyRefusalException(503), new ConnectException("refused")}) {
            TelnyxNetworkException error =
                    FACTORY.network(Calls.of("messages.send", Idempotency.IDEMPOTENT), FailureStage.CONNECT, cause);
            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(error).hasMessageContaining("to the proxy proxy.internal:3128 failed");
        }
    }
}
