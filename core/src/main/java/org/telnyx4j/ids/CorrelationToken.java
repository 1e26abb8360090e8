package org.telnyx4j.ids;

import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.validation.TextRules;

/**
 * What one send is found by when its response was lost. It travels in the message's own webhook URL, as the query
 * parameter {@value #PARAMETER}, and comes back wherever Telnyx repeats this URL: in the events about the message
 * ({@code meta.delivered_to}) and in its detail record ({@code delivery_status_webhook_url}).
 *
 * <p>A token is for one send. Two messages with one token look like one that was sent twice. It is no secret and proves
 * nothing: only a verified webhook and the account's own records count. It is no place for private data, since URLs end
 * up in logs. Immutable and safe for use by any number of threads.
 *
 * @param value 8 to 64 letters, digits, hyphens, underscores and dots (ASCII), with one letter at least
 */
public record CorrelationToken(String value) implements Serializable {
    /** The name of the query parameter. */
    public static final String PARAMETER = "telnyx4j-token";

    private static final long serialVersionUID = 1L;

    /** Of {@link #random()}: the time in milliseconds to the base of 36, and 122 random bits. */
    private static final Pattern OWN = Pattern.compile("t4j-([0-9a-z]{9})-[0-9a-f]{32}");

    private static final int RADIX = 36;

    /**
     * Creates a token.
     *
     * @throws IllegalArgumentException if the string has other characters, no letter, or another length
     */
    public CorrelationToken {
        String problem = TextRules.correlationToken(Objects.requireNonNull(value, "correlationToken"));
        if (problem != null) {
            throw new IllegalArgumentException("correlationToken " + problem);
        }
    }

    /**
     * Creates a token of the application's own, or reads one that was stored.
     *
     * @param value 8 to 64 letters, digits, hyphens, underscores and dots (ASCII), with one letter at least
     * @return the token
     * @throws IllegalArgumentException if the string has other characters, no letter, or another length
     */
    public static CorrelationToken of(String value) {
        return new CorrelationToken(value);
    }

    /**
     * Creates a token that cannot be guessed: 122 random bits and the present time.
     *
     * @return a new token, 46 characters long
     */
    public static CorrelationToken random() {
        String time = Long.toString(System.currentTimeMillis(), RADIX);
        String random = UUID.randomUUID().toString().replace("-", "");
        return new CorrelationToken("t4j-" + "0".repeat(9 - time.length()) + time + "-" + random);
    }

    /**
     * Returns when the token was created, which for one made by the library is just before its message was sent.
     *
     * @return the time by the clock of the machine that created it; empty for a token of the application's own
     */
    public Optional<Instant> createdAt() {
        Matcher own = OWN.matcher(value);
        return own.matches()
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(own.group(1), RADIX)))
                : Optional.empty();
    }

    /**
     * Adds the token to a URL, for a request of the generated client; {@code messages().send} does it by itself. It goes
     * to the end of the query, before the fragment. All else stays as it is, except that a URL without a path gets a
     * slash for one.
     *
     * @param url an absolute http or https URL
     * @return the URL with the token; the same URL if it has this very token already
     * @throws IllegalArgumentException if it is no such URL, or has the parameter with another value
     */
    public String addTo(String url) {
        String problem = TextRules.httpUrl(Objects.requireNonNull(url, "url"));
        if (problem != null) {
            throw new IllegalArgumentException("url " + problem);
        }
        List<String> present = valuesIn(url);
        if (present.equals(List.of(value))) {
            return url;
        }
        if (!present.isEmpty()) {
            throw new IllegalArgumentException("url has the parameter " + PARAMETER + " already");
        }
        int fragment = url.indexOf('#');
        String before = fragment < 0 ? url : url.substring(0, fragment);
        String after = fragment < 0 ? "" : url.substring(fragment);
        int query = before.indexOf('?');
        int path = before.indexOf('/', before.indexOf("://") + "://".length());
        if (path < 0 || (query >= 0 && path > query)) {
            int authority = query < 0 ? before.length() : query;
            before = before.substring(0, authority) + "/" + before.substring(authority);
            query = query < 0 ? query : query + 1;
        }
        String separator = query < 0 ? "?" : before.endsWith("?") || before.endsWith("&") ? "" : "&";
        return before + separator + PARAMETER + "=" + value + after;
    }

    /**
     * Returns the token that a URL carries.
     *
     * @param url any string
     * @return the token; empty where there is none, where what stands there can be no token, and where there are several
     *     that differ
     */
    public static Optional<CorrelationToken> inUrl(String url) {
        List<String> values =
                valuesIn(Objects.requireNonNull(url, "url")).stream().distinct().toList();
        return values.size() == 1 && TextRules.correlationToken(values.get(0)) == null
                ? Optional.of(new CorrelationToken(values.get(0)))
                : Optional.empty();
    }

    /**
     * Returns whether a URL has the parameter, with whatever value.
     *
     * @param url any string
     * @return true if it has
     */
    public static boolean isIn(String url) {
        return !valuesIn(Objects.requireNonNull(url, "url")).isEmpty();
    }

    private static List<String> valuesIn(String url) {
        int fragment = url.indexOf('#');
        int end = fragment < 0 ? url.length() : fragment;
        int query = url.indexOf('?');
        if (query < 0 || query > end) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (String parameter : url.substring(query + 1, end).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (decoded(name).equals(PARAMETER)) {
                values.add(equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
            }
        }
        return values;
    }

    /** A plus sign is no space here: no token has either. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** Returns a token of the library's own as it is, and one of the application's masked where it looks private. */
    @Override
    public String toString() {
        return "CorrelationToken[" + (OWN.matcher(value).matches() ? value : Mask.identifier(value)) + "]";
    }
}
