package org.telnyx4j.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://telnyx_mock:12111/v2",
                "https://my_app.example.com/hook?a={b}|c",
                "http://[::1]:8080/x",
                "HTTPS://example.com",
                "https://b\u00fccher.example/h",
                "https://user:pass@example.com/x",
                "https://example.com/a/@b"
            })
    void whatBrowsersFetchIsAUrl(String url) {
        assertThat(TextRules.httpUrl(url)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://example.com/a b | but has a blank at place 22
                    https://exa<mple.com/   | but has '<' at place 12
                    https://exam\\ple.com   | but has '\\' at place 13
                    https:///path           | must be an absolute http or https URL
                    https://example.com:0/  | must be an absolute http or https URL
                    https://example.com:x/  | must be an absolute http or https URL
                    ftp://example.com       | must be an absolute http or https URL
                    example.com             | must be an absolute http or https URL
                    """)
    void whatNobodyFetchesIsRefusedWithTheCharacterAndItsPlace(String url, String problem) {
        assertThat(TextRules.httpUrl(url)).endsWith(problem);
    }

    @Test
    void aBaseUrlHasNothingButAddressAndPath() {
        assertThat(TextRules.baseUrl("http://telnyx_mock:12111/v2")).isNull();
        assertThat(TextRules.baseUrl("https://example.com/a{b}")).contains("at place 22");
        for (String url : List.of("https://a.example/?b", "https://a.example/#b", "https://a:b@a.example/")) {
            assertThat(TextRules.baseUrl(url)).isEqualTo("must have no query, fragment or user");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/v2, false",
        "http://127.0.0.1, false",
        "http://127.1.2.3:1/v2, false",
        "http://[::1]:1/v2, false",
        "http://mock.localhost/v2, false",
        "https://api.telnyx.com/v2, false",
        "http://telnyx_mock:12111/v2, true",
        "http://api.telnyx.com/v2, true",
        "HTTP://localhost.example.com, true",
        "http://127.0.0.1.example.com, true",
        "http://127.0.0.1@example.com, true",
        "http://0.0.0.0, true"
    })
    void onlyThisMachineMayBeReachedInClear(String url, boolean inClear) {
        assertThat(TextRules.sendsInClear(url)).isEqualTo(inClear);
    }

    @Test
    void aKeyIsTheKeyAlone() {
        assertThat(TextRules.apiKey("KEY0189_abc")).isNull();
        assertThat(TextRules.apiKey("Bearer KEY0189_abc")).contains("without the word Bearer");
        assertThat(TextRules.apiKey("authorization: bearer KEY0189")).contains("without the word Bearer");
        assertThat(TextRules.apiKey("\"KEY0189\"")).contains("without quotes");
        assertThat(TextRules.apiKey("KEY\n0189")).contains("line break");
    }

    @Test
    void aProxysHostIsAHostAlone() {
        assertThat(TextRules.host("proxy_1.internal")).isNull();
        assertThat(TextRules.host("::1")).isNull();
        assertThat(TextRules.host("http://proxy")).contains("without http://");
        assertThat(TextRules.host("proxy:3128")).contains("port goes beside it");
        assertThat(TextRules.host("user@proxy")).contains("without path, user");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +39 06 1234 5678      | +39 06 **** 5678 (a blank at place 4)
                    (416) 555-0123        | (41*) ***-**23 ('(' at place 1)
                    whatsapp:+14165550123 | whatsapp:+1416***0123 (it begins with whatsapp:)
                    tel:+1-416-555-0123   | tel:+1-416-***-0123 (it begins with tel:)
                    +1416555O123          | +14*******23 (a letter at place 9)
                    Bob 4165550123        | *** 41******23 (a letter at place 1)
                    4165550123            | 41***23
                    """)
    void whatIsWrongWithANumberStaysVisible(String given, String shown) {
        assertThat(NumberFaults.shown(given)).isEqualTo(shown);
    }

    @Test
    void aNumberThatTelnyxMasksSaysWhatToDo() {
        assertThat(TextRules.e164("+17792------"))
                .contains("masked by Telnyx")
                .contains("verify it in the Telnyx portal");
        assertThat(TextRules.isMaskedByTelnyx("+1-416-555-0123")).isFalse();
    }
}
