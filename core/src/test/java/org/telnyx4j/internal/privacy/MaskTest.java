package org.telnyx4j.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +14165550123         | +1416***0123
                    14165550123          | 1416***0123
                    +1 (416) 555-0123    | +1416***0123
                    %2B14165550123       | +1416***0123
                    %2b1%20416%20555-0123| +1416***0123
                    4165550123           | 41***23
                    5550123              | 55***23
                    12345                | ***
                    not a number         | ***
                    ''                   | ***
                    """)
    void aPhoneNumberShowsItsEndsOnly(String number, String shown) {
        assertThat(Mask.phoneNumber(number)).isEqualTo(shown);
    }

    @Test
    void digitsOfAnyScriptAreDigits() {
        assertThat(Mask.phoneNumber("+١٤١٦٥٥٥٠١٢٣")).isEqualTo("+١٤١٦***٠١٢٣");
    }

    @ParameterizedTest
    @CsvSource({
        "sip:+14155551234@trunk.livekit.cloud, sip:+1415***1234@trunk.livekit.cloud",
        "SIPS:alice@example.com:5061;transport=tls?x=y, SIPS:***@example.com:5061",
        "sip:alice:secret@10.1.2.3, sip:***@10.1.2.3",
        "sip:4165550123, sip:***",
        "sip:, sip:",
        "+14165550123, +1416***0123"
    })
    void anAddressShowsSchemeAndHostOfASipUri(String address, String shown) {
        assertThat(Mask.address(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pass@example.com:8443/hook/t0k3n?to=%2B14165550123, https://example.com:8443/***",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "https://4165550123.example.com/, https://***.example.com/***",
        "nonsense, ***",
        "'https://', https://"
    })
    void aUrlShowsSchemeAndHost(String url, String shown) {
        assertThat(Mask.url(url)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Number +14165550123 is not valid        | Number +1416***0123 is not valid
                    to=%2B14165550123&x=1                   | to=+1416***0123&x=1
                    call (416) 555-0123 now                 | call 41***23 now
                    call 416.555.0123                       | call 41***23
                    +14165550123, +14165550124              | +1416***0123, +1416***0124
                    The text "Hi "Bob", see you" is refused | The text "***" is refused
                    The text 'it's me, Bob' is refused      | The text "***" is refused
                    can't do it, won't do it                | can't do it, won't do it
                    The text "never closed                  | The text "***"
                    “smart” and «other» quotes              | "***" and "***" quotes
                    key KEY0123456789ABCDEF_abcdefghij was  | key *** was
                    Authorization: Bearer abc.def           | Authorization: ***
                    token f3a9Zk2LmQ8xT7bV1cN4pR6w here     | token *** here
                    mail bob@example.com                    | mail ***
                    dial sip:+14155551234@trunk.example.com | dial sip:+1415***1234@trunk.example.com
                    dial sip%3Abob%40example.com            | dial ***
                    see https://example.com/a?b=c for more  | see https://example.com/*** for more
                    id 40385f64-5717-4562-b3fc-2c963f66afa6 | id 40385f64-5717-4562-b3fc-2c963f66afa6
                    id 12345678-1234-1234-1234-123456789012 | id 12345678-1234-1234-1234-123456789012
                    connect to 192.168.100.200:443 failed   | connect to 192.168.100.200:443 failed
                    code 40300, HTTP 422                    | code 40300, HTTP 422
                    """)
    void freeTextLosesWhatIsPrivateAndKeepsTheRest(String text, String shown) {
        assertThat(Mask.freeText(text)).isEqualTo(shown);
    }

    @Test
    void freeTextIsOneLineOfBoundedLength() {
        assertThat(Mask.freeText("one\r\ntwo\u2028three\u0000four")).isEqualTo("one two three four");
        assertThat(Mask.freeText("word ".repeat(10_000))).hasSize(303).endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "+", "\"", "'", "a@", "KEY", "sip:", "(1", "%2B1", "12345678-1234-", "a1-"})
    void hostileRepetitionNeitherOverflowsTheStackNorTakesLong(String unit) throws InterruptedException {
        AtomicReference<String> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(Mask.freeText(unit.repeat(200_000))), "small", 256 * 1024);
        thread.start();
        thread.join(10_000);
        assertThat(result.get()).isNotNull().hasSizeLessThanOrEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "a", "A1", "&#49;", "%31", "\\u0031", "\"to\"", "'a", "\\", "1\u200b", "[0]."})
    void hostileRepetitionCostsTheEchoCheckNoMoreThanThat(String unit) throws InterruptedException {
        AtomicReference<Boolean> ended = new AtomicReference<>(false);
        ForeignText text = new ForeignText(PublicWords.of(), List.of(unit.repeat(20_000)));
        Runnable check = () -> {
            text.shown(unit.repeat(200_000));
            ended.set(true);
        };
        Thread thread = new Thread(null, check, "small", 256 * 1024);
        thread.start();
        thread.join(10_000);
        assertThat(ended).hasValue(true);
    }

    @ParameterizedTest
    @CsvSource({
        "12345678-1234-1234-1234-123456789012, 12345678-1234-1234-1234-123456789012",
        "01J8ZQ4M7W3X5V9KTBRN2YHCDE-iad, 01J8ZQ4M7W3X5V9KTBRN2YHCDE-iad",
        "KEY0123456789, ***",
        "14165550123, 1416***0123"
    })
    void anIdentifierStaysUnlessItIsANumberOrAKey(String id, String shown) {
        assertThat(Mask.identifier(id)).isEqualTo(shown);
    }

    @Test
    void contentAndSecretsShowNothingOfThemselves() {
        assertThat(Mask.content("hi 👋")).isEqualTo("<4 characters>");
        assertThat(Mask.secret("KEY123")).isEqualTo("***");
        assertThat(Mask.secret(" ")).isEqualTo("<blank>");
    }
}
