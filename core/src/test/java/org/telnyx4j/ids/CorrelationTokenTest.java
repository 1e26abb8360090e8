package org.telnyx4j.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.internal.validation.TextRules;

class CorrelationTokenTest {
    private static final CorrelationToken TOKEN = CorrelationToken.of("order-4711");

    @Test
    void aRandomTokenIsNewEachTimeAndKnowsWhenItWasCreated() {
        Set<CorrelationToken> all = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(CorrelationToken.random());
        }

        assertThat(all).hasSize(1_000);
        assertThat(all).allSatisfy(token -> {
            assertThat(token.value()).matches("t4j-[0-9a-z]{9}-[0-9a-f]{32}");
            assertThat(token.createdAt().orElseThrow()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
            assertThat(CorrelationToken.of(token.value())).isEqualTo(token);
            assertThat(token).hasToString("CorrelationToken[" + token.value() + "]");
        });
    }

    @Test
    void aTokenOfTheApplicationsOwnHasNoTime() {
        assertThat(TOKEN.createdAt()).isEmpty();
        assertThat(CorrelationToken.of("018f6e2a-7c1d-7a3b-9c4d-5e6f7a8b9c0d").createdAt())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short-1",
                "14165550123",
                "+14165550123",
                "order 4711",
                "order/4711",
                "order&4711",
                "order#4711",
                "order%2047",
                "bestellung-ä",
                "order-4711\n",
                "a123456789012345678901234567890123456789012345678901234567890123x"
            })
    void whatAUrlWouldHaveToEncodeIsNoTokenAndIsNotRepeated(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationToken.of(value))
                .withMessage("correlationToken must be 8 to 64 letters, digits, hyphens, underscores and dots, with one"
                        + " letter at least");
    }

    @Test
    void theLongestAndTheShortestAreTokens() {
        assertThat(CorrelationToken.of("a".repeat(64)).value()).hasSize(64);
        assertThat(CorrelationToken.of("A._-4711").value()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.com https://example.com/?<t>",
                "https://example.com?a=1 https://example.com/?a=1&<t>",
                "https://example.com?a=/b https://example.com/?a=/b&<t>",
                "https://example.com#/top https://example.com/?<t>#/top",
                "https://example.com/ https://example.com/?<t>",
                "https://example.com/hook https://example.com/hook?<t>",
                "https://example.com/hook? https://example.com/hook?<t>",
                "https://example.com/hook?a=1&b=%2F%26 https://example.com/hook?a=1&b=%2F%26&<t>",
                "https://example.com/hook?a=1& https://example.com/hook?a=1&<t>",
                "https://example.com/hook?a=1#top https://example.com/hook?a=1&<t>#top",
                "https://example.com/hook#top?x=1 https://example.com/hook?<t>#top?x=1",
                "https://example.com/a%20b/%E4?q=%ff https://example.com/a%20b/%E4?q=%ff&<t>",
                "https://user:pa%3Fss@example.com:8443/hook https://user:pa%3Fss@example.com:8443/hook?<t>",
                "http://telnyx_mock:12111/hook http://telnyx_mock:12111/hook?<t>",
                "https://münchen.example/größe?straße=ß https://münchen.example/größe?straße=ß&<t>",
                "HTTPS://[2001:db8::1]/hook HTTPS://[2001:db8::1]/hook?<t>",
                "https://example.com/{id}?x={y} https://example.com/{id}?x={y}&<t>",
                "https://example.com/hook?telnyx4j-tokens=1 https://example.com/hook?telnyx4j-tokens=1&<t>"
            })
    void theTokenIsAddedAndAllElseStays(String url, String expected) {
        String added = TOKEN.addTo(url);

        assertThat(added).isEqualTo(expected.replace("<t>", "telnyx4j-token=order-4711"));
        assertThat(TextRules.httpUrl(added)).isNull();
        assertThat(CorrelationToken.inUrl(added)).contains(TOKEN);
        assertThat(CorrelationToken.inUrl(url)).isEmpty();
        assertThat(TOKEN.addTo(added)).isEqualTo(added);
    }

    @Test
    void anotherTokenIsNotReplaced() {
        for (String name : new String[] {"telnyx4j-token", "telnyx4j%2Dtoken", "%74elnyx4j-token"}) {
            for (String value : new String[] {"=order-4712", "=", "", "=x"}) {
                String url = "https://user:secret@example.com/?a=1&" + name + value + "#top";

                assertThat(CorrelationToken.isIn(url)).isTrue();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> TOKEN.addTo(url))
                        .withMessage("url has the parameter telnyx4j-token already");
            }
        }
    }

    @Test
    void whatIsNoUrlGetsNoTokenAndIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TOKEN.addTo("ftp://secret.example"))
                .withMessageStartingWith("url must be an absolute http or https URL")
                .withMessageNotContaining("secret");
    }

    @Test
    void aTokenIsFoundHoweverTheUrlCameBack() {
        assertThat(CorrelationToken.inUrl("https://h/?telnyx4j%2dtoken=order%2D4711&b"))
                .contains(TOKEN);
        assertThat(CorrelationToken.inUrl("https://h?b&telnyx4j-token=order-4711"))
                .contains(TOKEN);
        assertThat(CorrelationToken.inUrl("https://h/?telnyx4j-token=order-4711&telnyx4j-token=order-4711"))
                .contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "https://h/telnyx4j-token=order-4711",
                "https://h/#?telnyx4j-token=order-4711",
                "https://h/?a#telnyx4j-token=order-4711",
                "https://h/?Telnyx4j-Token=order-4711",
                "https://h/?xtelnyx4j-token=order-4711",
                "https://h/?telnyx4j-token",
                "https://h/?telnyx4j-token=",
                "https://h/?telnyx4j-token=order+4711",
                "https://h/?telnyx4j-token=%zz%zz%zz",
                "https://h/?telnyx4j-token=order-4711&telnyx4j-token=order-4712",
                "https://h/?telnyx4j-token=order-4711&telnyx4j-token="
            })
    void whatIsNotOneTokenIsNone(String url) {
        assertThat(CorrelationToken.inUrl(url)).isEmpty();
    }

    @Test
    void anyStringCanBeSearched() {
        List<String> parts = List.of(
                "?", "&", "=", "#", "%", "%2", "%zz", "+", "telnyx4j-token", "order-4711", "://", "/", "ä", "\ud83d");
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder url = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                url.append(parts.get(random.nextInt(parts.size())));
            }
            Optional<CorrelationToken> token = CorrelationToken.inUrl(url.toString());
            assertThat(token.isEmpty() || CorrelationToken.isIn(url.toString())).isTrue();
            found += token.isPresent() ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    @Test
    void aJavaClientReadsTheResult() {
        URI uri = URI.create(TOKEN.addTo("https://u:p@example.com?a=1#f"));

        assertThat(uri.getHost()).isEqualTo("example.com");
        assertThat(uri.getRawPath()).isEqualTo("/");
        assertThat(uri.getRawQuery()).isEqualTo("a=1&telnyx4j-token=order-4711");
        assertThat(uri.getRawFragment()).isEqualTo("f");
    }

    @Test
    void itCanBeSerialized() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(TOKEN);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(TOKEN);
        }
    }
}
