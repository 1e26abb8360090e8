package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.FailureStage;

/** Opens connections as HttpClient does, and notes how far it has come. */
final class StagedConnectionOperator extends DefaultHttpClientConnectionOperator {
    private final DeadlineDnsResolver dnsResolver;

    StagedConnectionOperator(DeadlineDnsResolver dnsResolver, Lookup<TlsSocketStrategy> tls) {
        super(null, dnsResolver, tls);
        this.dnsResolver = dnsResolver;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Path unixDomainSocket,
            @Nullable InetSocketAddress localAddress,
            @Nullable Timeout connectTimeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        reached(context, FailureStage.RESOLVE);
        if (context instanceof AttemptContext attempt) {
            dnsResolver.begin(attempt);
        }
        try {
            super.connect(
                    connection,
                    host,
                    name,
                    unixDomainSocket,
                    localAddress,
                    connectTimeout,
                    socketConfig,
                    attachment,
                    context);
        } finally {
            dnsResolver.end();
        }
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
        reached(context, FailureStage.CONNECT);
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
        reached(context, FailureStage.TLS);
    }

    private static void reached(HttpContext context, FailureStage stage) {
        if (context instanceof AttemptContext attempt) {
            attempt.reached(stage);
        }
    }
}
