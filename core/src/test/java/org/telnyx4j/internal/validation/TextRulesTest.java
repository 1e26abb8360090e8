package org.telnyx4j.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # value             | E.164 | short | alphanumeric
                    +14165550123        | true  | false | false
                    +1234567            | true  | false | false
                    +123456789012345    | true  | false | false
                    +123456             | false | false | false
                    +1234567890123456   | false | false | false
                    +04165550123        | false | false | false
                    14165550123         | false | false | false
                    +1416555o123        | false | false | false
                    +1 416 555 0123     | false | false | false
                    ~+14165550123 ~     | false | false | false
                    ++4165550123        | false | false | false
                    +١٤١٦٥٥٥٠١٢٣        | false | false | false
                    ＋14165550123        | false | false | false
                    12345               | false | true  | false
                    123456              | false | true  | false
                    1234                | false | false | false
                    1234567             | false | false | false
                    ١٢٣٤٥               | false | false | false
                    Acme                | false | false | true
                    A                   | false | false | true
                    Acme Co 123         | false | false | true
                    Acme Co 1234        | false | false | false
                    12345678901         | false | false | false
                    Acme-Co             | false | false | false
                    Émile               | false | false | false
                    ~~                  | false | false | false
                    ~ ~                 | false | false | false
                    """)
    void anAddressIsOfAtMostOneKind(String text, boolean e164, boolean shortCode, boolean alphanumeric) {
        assertThat(TextRules.isE164(text)).isEqualTo(e164);
        assertThat(TextRules.isShortCode(text)).isEqualTo(shortCode);
        assertThat(TextRules.isAlphanumericSender(text)).isEqualTo(alphanumeric);
        assertThat(TextRules.recipient(text) == null).isEqualTo(e164 || shortCode);
        assertThat(TextRules.sender(text) == null).isEqualTo(e164 || shortCode || alphanumeric);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, true",
        "http://example.com:8080/hook?a=b#c, true",
        "HTTPS://example.com/, true",
        "http://127.0.0.1/, true",
        "http://[::1]:80/, true",
        "http://example.com:65535/, true",
        "http://example.com:65536/, false",
        "http://example.com:0/, false",
        "ftp://example.com/, false",
        "example.com/hook, false",
        "//example.com/hook, false",
        "https:///hook, false",
        "https:hook, false",
        "https://, false",
        "https://exa mple.com/, false",
        "'https://example.com/a b', false",
        "'', false",
        "javascript:alert(1), false"
    })
    void aUrlIsAbsoluteAndHttp(String text, boolean good) {
        assertThat(TextRules.httpUrl(text) == null).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.telnyx.com/v2, true",
        "https://api.telnyx.com/v2/, true",
        "http://localhost:8080, true",
        "https://api.telnyx.com/v2?x=y, false",
        "https://api.telnyx.com/v2#x, false",
        "https://user:password@api.telnyx.com/v2, false",
        "api.telnyx.com, false",
        "http://localhost:70000, false"
    })
    void aBaseUrlHasNothingBesidesHostPortAndPath(String text, boolean good) {
        assertThat(TextRules.baseUrl(text) == null).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "é", "\u007f", "😀"})
    void aHeaderHasPrintableAsciiOnly(String text) {
        assertThat(TextRules.headerValue(text)).isNotNull();
        assertThat(TextRules.headerName("X" + text)).isNotNull();
    }

    @Test
    void headersAsTheyOughtToBePass() {
        assertThat(TextRules.headerValue("a b\t~!\"")).isNull();
        assertThat(TextRules.headerName("X-Request_Id.1")).isNull();
        assertThat(TextRules.headerName("")).isNotNull();
        assertThat(TextRules.headerName("X:Y")).isNotNull();
        assertThat(TextRules.headerName("X Y")).isNotNull();
    }

    @Test
    void aDurationIsLongerThanZero() {
        assertThat(TextRules.positive(Duration.ofNanos(1))).isNull();
        assertThat(TextRules.positive(Duration.ZERO)).isNotNull();
        assertThat(TextRules.positive(Duration.ofNanos(-1))).isNotNull();
    }
}
