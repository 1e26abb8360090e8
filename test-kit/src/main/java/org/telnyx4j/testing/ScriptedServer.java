package org.telnyx4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A server on loopback without state: it gives each request the next response of a script and, once the script has
 * ended, what {@link #otherwise} was given. It keeps connections open. Safe for concurrent use.
 */
public final class ScriptedServer implements AutoCloseable {
    private final RawServer server;
    private final String[] headerLines;
    private final Queue<Response> script = new ConcurrentLinkedQueue<>();
    private volatile Function<ReceivedRequest, Response> otherwise =
            request -> Response.json(500, "{\"errors\":[{\"title\":\"No response in the script\"}]}");

    private ScriptedServer(String... headerLines) throws IOException {
        this.headerLines = headerLines.clone();
        this.server = RawServer.start(RawServer.toEach((request, connection) -> connection.send(next(request))));
    }

    /** Starts a server whose responses have these header lines besides their own. */
    public static ScriptedServer start(String... headerLines) {
        try {
            return new ScriptedServer(headerLines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a response to the script. */
    public ScriptedServer then(Response response) {
        script.add(response);
        return this;
    }

    /** Adds a response with a JSON body to the script. */
    public ScriptedServer then(int status, String body) {
        return then(Response.json(status, body));
    }

    /** Sets the response to each request that the script has none for. */
    public ScriptedServer otherwise(Response response) {
        return otherwise(request -> response);
    }

    /** Sets what responds to each request that the script has no response for. */
    public ScriptedServer otherwise(Function<ReceivedRequest, Response> responder) {
        otherwise = responder;
        return this;
    }

    /** Returns the port on loopback. */
    public int port() {
        return server.port();
    }

    /** Returns the address that a client under test is given; the host is a number. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v2";
    }

    /** Returns all requests since the start or the last {@link #forget}. */
    public List<ReceivedRequest> requests() {
        return server.requests();
    }

    /** Returns the last request. */
    public ReceivedRequest last() {
        List<ReceivedRequest> all = requests();
        return all.get(all.size() - 1);
    }

    /** Forgets the requests so far. */
    public void forget() {
        server.forget();
    }

    @Override
    public void close() {
        server.close();
    }

    private Response next(ReceivedRequest request) {
        Response scripted = script.poll();
        return (scripted == null ? otherwise.apply(request) : scripted).with(headerLines);
    }
}
