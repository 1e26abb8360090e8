package org.telnyx4j.sandbox.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Strings that have one of the document's named formats, and strings that don't. */
final class Formats {
    private static final List<String> NUMBERS = List.of("+14165550123", "+442079460958", "+4930123456789");
    private static final Map<String, List<String>> VALID = Map.ofEntries(
            Map.entry("e164", NUMBERS),
            Map.entry("caller-id", NUMBERS),
            Map.entry("recipient", List.of("+14165550123", "+14165550124", "23456")),
            Map.entry("sender", List.of("+14155550100", "23456", "My Shop")),
            Map.entry("alphanumeric-sender", List.of("My Shop", "ABC123", "x")),
            Map.entry("short-code", List.of("23456", "234567")),
            Map.entry("destination", List.of("+14165550123", "sip:alice@example.com", "sips:bob@example.com")),
            Map.entry("sip-uri", List.of("sip:alice@example.com", "sips:bob@example.com")),
            Map.entry("display-name", List.of("ACME Inc", "Anna-Maria")),
            Map.entry("http-url", List.of("https://example.com/hook", "http://localhost:8080/a?b=c")),
            Map.entry("http-url-or-empty", List.of("https://example.com/hook", "")),
            Map.entry("base64", List.of("aGVsbG8=", "c3RhdGU=")),
            Map.entry("call-control-id", List.of("v3:abcDEF-123_xyz", "v2:some-call")),
            Map.entry("not-blank", List.of("something", "40017f00-0000-4000-8000-000000000001")),
            Map.entry("not-empty", List.of("Hello", "Grüße 👋")),
            Map.entry("dtmf-key", List.of("1", "#", "A")),
            Map.entry("dtmf-keys", List.of("123#", "*")),
            Map.entry("dtmf-tones", List.of("1w2W3", "#")),
            Map.entry("loop", List.of("infinity")),
            Map.entry("sip-header-name", List.of("X-Account", "User-to-User")),
            Map.entry("sip-header-value", List.of("abc", "a b; c=1")),
            Map.entry("country", List.of("US", "CA")),
            Map.entry("country-or-all", List.of("US", "CA")),
            Map.entry("amount", List.of("0", "12.50")),
            Map.entry("area-code", List.of("416", "212")),
            Map.entry("number-digits", List.of("416", "5550123")),
            Map.entry("number-part", List.of("416", "+1416", "555")),
            Map.entry("one-line", List.of("Toronto", "ref 1")));

    private static final Map<String, String> INVALID = Map.ofEntries(
            Map.entry("e164", "416-555"),
            Map.entry("caller-id", "nobody"),
            Map.entry("recipient", "12"),
            Map.entry("sender", "a sender that is too long"),
            Map.entry("alphanumeric-sender", "12345678"),
            Map.entry("short-code", "1234"),
            Map.entry("destination", "nope"),
            Map.entry("sip-uri", "alice@example.com"),
            Map.entry("http-url", "ftp://example.com"),
            Map.entry("http-url-or-empty", "example.com"),
            Map.entry("base64", "not base64!"),
            Map.entry("not-blank", "  "),
            Map.entry("not-empty", ""),
            Map.entry("dtmf-key", "11"),
            Map.entry("dtmf-keys", "zz"),
            Map.entry("dtmf-tones", "zz"),
            Map.entry("loop", "for ever"),
            Map.entry("sip-header-name", "a b"),
            Map.entry("sip-header-value", "a\nb"),
            Map.entry("country", "Canada"),
            Map.entry("country-or-all", "Canada"),
            Map.entry("amount", "-1"),
            Map.entry("one-line", "a\nb"));

    private Formats() {}

    static String valid(String format, Random random) {
        List<String> values = VALID.get(format);
        if (values == null) {
            throw new IllegalArgumentException("There is no example of the format " + format);
        }
        return values.get(random.nextInt(values.size()));
    }

    /** Returns a string that doesn't have a format, or an empty one where there is none that a document can forbid. */
    static String invalid(String format) {
        return INVALID.getOrDefault(format, "");
    }

    static boolean canBeInvalid(String format) {
        return INVALID.containsKey(format);
    }
}
