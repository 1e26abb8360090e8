package org.telnyx4j.testing;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Has Jetty speak HTTP/2 and HTTP/1.1 over TLS: the handshake chooses. For modules that have Jetty themselves. */
public final class JettyTls {
    private JettyTls() {}

    /**
     * Adds a connector to a server that has not been started.
     *
     * @param server the server
     * @param tls its certificate
     * @param streams how many streams a connection may have at once
     * @param versions the versions of TLS, all if there are none
     * @return the connector, for any free port
     */
    public static ServerConnector addTo(Server server, SSLContext tls, int streams, String... versions) {
        SslContextFactory.Server secured = new SslContextFactory.Server();
        secured.setSslContext(tls);
        secured.setIncludeProtocols(versions);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(streams);
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(secured, alpn.getProtocol()), alpn, http2, http1);
        server.addConnector(connector);
        return connector;
    }
}
