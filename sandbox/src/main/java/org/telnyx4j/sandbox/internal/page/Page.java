package org.telnyx4j.sandbox.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.telnyx4j.sandbox.internal.http.HttpResponse;

/** The files of the page, as they are in the jar. */
public final class Page {
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "style.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    /** The page loads nothing but its own files, runs no other script, and stands in no frame of another page. */
    private static final Map<String, String> HEADERS = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer",
            "cross-origin-resource-policy",
            "same-origin",
            "cache-control",
            "no-cache");

    private Page() {}

    /**
     * Returns one of the page's files.
     *
     * @param name the file's name, or an empty string for the page itself
     */
    public static Optional<HttpResponse> file(String name) {
        String file = name.isEmpty() ? "index.html" : name;
        String type = TYPES.get(file);
        return type == null
                ? Optional.empty()
                : Optional.of(HttpResponse.of(200, type, read(file)).withMissingHeaders(HEADERS));
    }

    private static byte[] read(String file) {
        try (InputStream in = Page.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the sandbox's jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
