package org.telnyx4j.internal.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.JsonStreams;

/**
 * The rule for http and https URLs. It takes what browsers and curl fetch: a host with an underscore, as in docker
 * compose, a path with braces, letters beyond ASCII. What it refuses, neither of them would fetch.
 */
final class HttpUrls {
    private static final String RULE = "must be an absolute http or https URL";
    private static final int LARGEST_PORT = 65_535;

    private HttpUrls() {}

    /** Returns the rule that a string breaks, with the character and its place where it is one; or null. */
    static @Nullable String problem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || Character.isWhitespace(c) || Character.isISOControl(c)) {
                return RULE + ", but has " + Characters.name(c) + " at place " + (i + 1);
            }
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
        if (start == 0 || !JsonStreams.isWellFormed(text)) {
            return RULE;
        }
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int host = text.lastIndexOf('@', end - 1) < start ? start : text.lastIndexOf('@', end - 1) + 1;
        int wrong = wrongInAuthority(text, start, end);
        if (wrong >= 0) {
            return RULE + ", but has " + Characters.name(text.charAt(wrong)) + " at place " + (wrong + 1);
        }
        return hasHostAndPort(text.substring(host, end)) ? null : RULE;
    }

    private static int wrongInAuthority(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("\"<>\\^`{|}".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasHostAndPort(String hostAndPort) {
        int colon = hostAndPort.startsWith("[")
                ? hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1)
                : hostAndPort.indexOf(':');
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        boolean isHost = host.startsWith("[")
                ? host.matches("\\[[0-9A-Fa-f:.]+]")
                : !host.isEmpty() && host.indexOf('[') < 0 && host.indexOf(']') < 0;
        return isHost && (colon < 0 || isPort(hostAndPort.substring(colon + 1)));
    }

    private static boolean isPort(String port) {
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LARGEST_PORT;
    }
}
