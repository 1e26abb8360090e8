package org.telnyx4j.internal.http;

import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/** TLS that lets the server choose between HTTP/2 and HTTP/1.1 within the handshake (ALPN, RFC 7301). */
final class AlpnTlsStrategy extends DefaultClientTlsStrategy {
    private static final String HTTP_2 = "h2";
    private static final String HTTP_1_1 = "http/1.1";

    private final BooleanSupplier offersHttp2;

    /**
     * Creates a strategy.
     *
     * @param context the keys and the trust
     * @param versions of TLS
     * @param offersHttp2 returns whether HTTP/2 is offered
     */
    AlpnTlsStrategy(SSLContext context, String[] versions, BooleanSupplier offersHttp2) {
        super(context, versions, null, SSLBufferMode.STATIC, HostnameVerificationPolicy.BUILTIN, null);
        this.offersHttp2 = offersHttp2;
    }

    /** Returns whether the server has chosen HTTP/2. */
    static boolean isHttp2(@Nullable SSLSocket socket) {
        try {
            return socket != null && HTTP_2.equals(socket.getApplicationProtocol());
        } catch (UnsupportedOperationException e) {
            // TLS of another provider than the JVM's, which cannot negotiate.
            return false;
        }
    }

    @Override
    protected void initializeSocket(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(
                offersHttp2.getAsBoolean() ? new String[] {HTTP_2, HTTP_1_1} : new String[] {HTTP_1_1});
        socket.setSSLParameters(parameters);
    }
}
