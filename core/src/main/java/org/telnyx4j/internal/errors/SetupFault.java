package org.telnyx4j.internal.errors;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.FailureStage;

/** Recognises connections that cannot be had before somebody changes something, and names what. */
final class SetupFault {
    private static final int LONGEST_CHAIN = 20;

    /**
     * Alerts and refusals of TLS that stay as they are, in the words of the JDK, which has no types for them. All others,
     * such as a connection that breaks within the handshake, may pass.
     */
    private static final List<String> LASTING = List.of(
            "handshake_failure",
            "protocol_version",
            "insufficient_security",
            "bad_certificate",
            "unsupported_certificate",
            "certificate_required",
            "certificate_unknown",
            "unknown_ca",
            "access_denied",
            "unrecognized_name",
            "no appropriate protocol",
            "no name matching",
            "no subject alternative");

    private SetupFault() {}

    /**
     * Returns what to change before the connection can be had.
     *
     * @param stage how far it had come
     * @param cause what led to the failure
     * @return a phrase without full stop, or null where another try may succeed
     */
    static @Nullable String remedy(FailureStage stage, Throwable cause) {
        if (cause instanceof ProxyRefusalException refusal && refusal.isFinal()) {
            return refusal.isAboutCredentials()
                    ? "set the user and the password that the proxy knows, with HttpOptions.Proxy"
                    : "have the proxy allow the host and the port of the base URL, or set another proxy";
        }
        if (cause instanceof Http2UnavailableException) {
            return "set HttpOptions.protocol to AUTOMATIC or HTTP_1_1";
        }
        return stage == FailureStage.TLS ? ofTls(cause) : null;
    }

    private static @Nullable String ofTls(Throwable cause) {
        String remedy = null;
        int depth = 0;
        // The deepest cause is the most exact one.
        for (Throwable link = cause; link != null && depth < LONGEST_CHAIN; link = link.getCause()) {
            String found = ofLink(link);
            remedy = found == null ? remedy : found;
            depth++;
        }
        return remedy;
    }

    private static @Nullable String ofLink(Throwable link) {
        String words = link.getMessage() == null ? "" : link.getMessage().toLowerCase(Locale.ROOT);
        if (link instanceof CertificateExpiredException || link instanceof CertificateNotYetValidException) {
            return "check the clock of this machine, else the certificate must be renewed where it is installed";
        }
        if (link instanceof SSLPeerUnverifiedException
                || words.contains("no name matching")
                || words.contains("no subject alternative")) {
            return "check the host in the base URL, the certificate is for another one";
        }
        if (link instanceof CertificateException
                || link instanceof CertPathBuilderException
                || link instanceof CertPathValidatorException) {
            return "trust the issuer of the certificate, with HttpOptions.trustedCertificates or in the trust store of"
                    + " the JVM; it can be that of a proxy that inspects TLS";
        }
        if (!(link instanceof SSLException) || isBroken(link)) {
            return null;
        }
        if (words.contains("unsupported or unrecognized ssl message") || words.contains("plaintext connection")) {
            return "check the scheme and the port of the base URL, the port does not speak TLS";
        }
        return LASTING.stream().anyMatch(words::contains)
                ? "check the TLS versions and certificates that the server and the JVM allow"
                : null;
    }

    /** Whether the connection broke within the handshake. The JDK gives that the name of an alert which nobody sent. */
    private static boolean isBroken(Throwable link) {
        return link.getCause() instanceof IOException cause && !(cause instanceof SSLException);
    }
}
