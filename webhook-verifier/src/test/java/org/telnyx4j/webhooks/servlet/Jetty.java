package org.telnyx4j.webhooks.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A servlet container on loopback. */
final class Jetty implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private Jetty(Servlet servlet, String filtered, Filter... filters) throws Exception {
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(100);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder servletHolder = new ServletHolder(servlet);
        servletHolder.setAsyncSupported(true);
        context.addServlet(servletHolder, "/*");
        for (Filter filter : filters) {
            FilterHolder filterHolder = new FilterHolder(filter);
            filterHolder.setAsyncSupported(true);
            context.addFilter(filterHolder, filtered, EnumSet.allOf(DispatcherType.class));
        }
        server.setHandler(context);
        server.start();
    }

    static Jetty with(Servlet servlet) throws Exception {
        return new Jetty(servlet, "/*");
    }

    static Jetty with(Filter filter, Servlet servlet) throws Exception {
        return new Jetty(servlet, "/*", filter);
    }

    /** With filters at a path before a servlet that serves every path. */
    static Jetty with(Servlet servlet, String filtered, Filter... filters) throws Exception {
        return new Jetty(servlet, filtered, filters);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}
