package org.telnyx4j.sandbox.internal.server;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Makes a server all of whose threads are daemons, so that a sandbox that nobody closed lets the JVM end. */
final class DaemonServerFactory implements HttpServerFactory {
    private static final String NAME = "telnyx-sandbox";

    /** 500 requests at the same time, each of which may be held back by a fault, and Jetty's own threads. */
    private static final int MAX_THREADS = 520;

    private static final int MIN_THREADS = 8;
    private static final int IDLE_THREAD_MILLIS = 10_000;

    /** Half of it is patience, after which threads that serve a stalled request are interrupted. */
    private static final int STOP_MILLIS = 200;

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public HttpServer buildHttpServer(
            Options options, AdminRequestHandler adminRequestHandler, StubRequestHandler stubRequestHandler) {
        return new DaemonServer(options, adminRequestHandler, stubRequestHandler);
    }

    private static final class DaemonServer extends Jetty12HttpServer {

        DaemonServer(Options options, AdminRequestHandler adminRequestHandler, StubRequestHandler stubRequestHandler) {
            super(options, adminRequestHandler, stubRequestHandler);
        }

        @Override
        protected Server createServer(Options options) {
            QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_THREAD_MILLIS);
            pool.setName(NAME);
            pool.setDaemon(true);
            pool.setStopTimeout(STOP_MILLIS);
            return new Server(pool, new ScheduledExecutorScheduler(NAME + "-scheduler", true), null);
        }
    }
}
