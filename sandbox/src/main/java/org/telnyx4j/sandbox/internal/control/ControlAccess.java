package org.telnyx4j.sandbox.internal.control;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.HttpRequest;

/**
 * Refuses what a browser sends for a page that isn't ours. The sandbox has no password, since only programs of this
 * machine reach it; but any page that is open in a browser of this machine can send requests to it, too.
 *
 * <ul>
 *   <li>The {@code Host} must be one of loopback: a page of another site whose name was made to resolve to 127.0.0.1 (DNS
 *       rebinding) comes with that site's name.
 *   <li>An {@code Origin} must be the sandbox's own, and so must be what {@code Sec-Fetch-Site} says.
 *   <li>What changes something has a JSON body, which a form of another page cannot send.
 * </ul>
 */
final class ControlAccess {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private ControlAccess() {}

    /** Returns why the request is refused, or null if it is not. */
    static @Nullable String refusal(HttpRequest request) {
        String host = request.header("host").orElse("");
        if (!LOOPBACK.contains(nameOf(host))) {
            return "The Host header must name the loopback address, such as localhost or 127.0.0.1.";
        }
        Optional<String> origin = request.header("origin");
        if (origin.isPresent() && !origin.get().equalsIgnoreCase("http://" + host)) {
            return "Only the sandbox's own page may use it from a browser.";
        }
        String site = request.header("sec-fetch-site").orElse("none");
        if (!OWN_SITE.contains(site)) {
            return "Only the sandbox's own page may use it from a browser.";
        }
        return null;
    }

    /** Returns whether the body is said to be JSON. */
    static boolean hasJsonBody(HttpRequest request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().equals("application/json");
    }

    private static String nameOf(String host) {
        int bracket = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
