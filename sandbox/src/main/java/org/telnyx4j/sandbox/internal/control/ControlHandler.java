package org.telnyx4j.sandbox.internal.control;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.text.PercentDecoder;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.internal.http.HttpHandler;
import org.telnyx4j.sandbox.internal.http.HttpRequest;
import org.telnyx4j.sandbox.internal.http.HttpResponse;
import org.telnyx4j.sandbox.internal.page.Page;

/** Responds to everything below {@code /_sandbox}: the page, what the page shows, and what it can do. */
public final class ControlHandler implements HttpHandler {
    /** The path that the page is at, and that everything of the control API is below. */
    public static final String PATH = "/_sandbox";

    private final Supplier<TelnyxSandbox> sandbox;
    private final Supplier<List<String>> faults;

    /**
     * Creates the handler.
     *
     * @param sandbox asked for at each request, since the server runs before the sandbox is complete
     * @param faults the faults still to come, for people
     */
    public ControlHandler(Supplier<TelnyxSandbox> sandbox, Supplier<List<String>> faults) {
        this.sandbox = sandbox;
        this.faults = faults;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String refusal = ControlAccess.refusal(request);
        if (refusal != null) {
            return error(403, refusal);
        }
        List<String> path = segments(request.path());
        try {
            return switch (request.method()) {
                case "GET", "HEAD" -> get(path, request);
                case "POST" -> post(path, request);
                default -> error(405, "Only GET and POST are here.").withHeader("allow", "GET, HEAD, POST");
            };
        } catch (NoSuchElementException e) {
            return error(404, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return error(409, String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse get(List<String> path, HttpRequest request) {
        if (path.size() > 1) {
            return nothingThere();
        }
        String name = path.isEmpty() ? "" : path.get(0);
        if (name.equals("state")) {
            return new StateFeed(this::state, sandbox.get().clock().isManual()).respond(parameter(request, "after"));
        }
        if (name.equals("export")) {
            return json(sandbox.get().export());
        }
        Optional<HttpResponse> file = Page.file(name);
        if (file.isPresent()) {
            return file.get();
        }
        Map<String, ?> state = state();
        return name.isEmpty() || !state.containsKey(name) ? nothingThere() : json(Map.of("data", state.get(name)));
    }

    private Map<String, @Nullable Object> state() {
        return new SandboxState(sandbox.get()).all(faults.get());
    }

    private HttpResponse post(List<String> path, HttpRequest request) {
        if (!ControlAccess.hasJsonBody(request)) {
            return error(415, "The body must be JSON, and content-type must be application/json.");
        }
        byte[] sent = request.body();
        ControlBody body = new ControlBody(sent.length == 0 ? Map.of() : ControlJson.readObject(sent));
        Map<String, ?> result = new ControlActions(sandbox.get()).run(path, body);
        return result == null ? nothingThere() : json(result);
    }

    private static List<String> segments(String path) {
        String below = path.substring(PATH.length());
        return List.of(below.split("/")).stream()
                .filter(segment -> !segment.isEmpty())
                // A plus sign stands for itself in a path.
                .map(PercentDecoder::segment)
                .toList();
    }

    private static String parameter(HttpRequest request, String name) {
        List<String> values = request.queryParameters().get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    private static HttpResponse nothingThere() {
        return error(404, "There is nothing at this path.");
    }

    static HttpResponse json(@Nullable Object value) {
        return json(200, value);
    }

    private static HttpResponse error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    private static HttpResponse json(int status, @Nullable Object value) {
        return HttpResponse.of(status, "application/json", ControlJson.write(value))
                .withMissingHeaders(Map.of(
                        "cache-control", "no-store",
                        "x-content-type-options", "nosniff",
                        "cross-origin-resource-policy", "same-origin"));
    }
}
