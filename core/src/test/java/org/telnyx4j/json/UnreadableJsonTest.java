package org.telnyx4j.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.json.JsonFormatException.Fault;

/** What is no JSON object is refused, with the place and the kind of the fault and none of the content. */
class UnreadableJsonTest {
    private static final String SECRET = "meet_me_at_noon";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMPTY | $ | ``",
                "EMPTY | $ | ` \r\n `",
                "NOT_AN_OBJECT | $ | null",
                "NOT_AN_OBJECT | $ | []",
                "NOT_AN_OBJECT | $ | [{\"to\":\"SECRET\"}]",
                "NOT_AN_OBJECT | $ | \"SECRET\"",
                "NOT_AN_OBJECT | $ | \"\"",
                "NOT_AN_OBJECT | $ | 14165550100",
                "NOT_AN_OBJECT | $ | true",
                "NOT_JSON | $ | <html><body>SECRET</body></html>",
                "INCOMPLETE | $.to | {\"to\":\"SECRET",
                "INCOMPLETE | $.* | {\"SECRET\":{\"SECRET",
                "INCOMPLETE | $.to | {\"to\":",
                "INCOMPLETE | $ | {",
                "INCOMPLETE | $.id | {\"id\":\"a\"",
                "NOT_JSON | $.* | {\"SECRET\":[SECRET",
                "MORE_THAN_ONE_VALUE | $ | {} {\"to\":\"SECRET\"}",
                "NOT_JSON | $ | {}SECRET",
                "NOT_JSON | $ | {'to':'SECRET'}",
                "NOT_JSON | $.parts | {\"parts\":1SECRET}",
                "NOT_JSON | $.to | {\"to\":SECRET}",
                "NOT_JSON | $.custom_headers[1].value | {\"custom_headers\":[{},{\"value\":SECRET}]}",
                "NOT_JSON | $.parent.counts.* | {\"parent\":{\"counts\":{\"SECRET\":SECRET}}}",
                "NOT_JSON | $.cost | {\"cost\":NaN}"
            })
    void theFault_isNamedAndPlacedByTheSpecificationsOwnNames(Fault fault, String path, String json) {
        JsonFormatException thrown = thrownFor(json.replace("SECRET", SECRET));

        assertThat(thrown.fault()).isEqualTo(fault);
        assertThat(thrown.path()).startsWith(path);
        assertThat(thrown).hasMessageContaining(path);
        assertNothingPrivateIn(thrown);
    }

    @Test
    void theFaultsPlace_isCountedInBytes() {
        assertThat(thrownFor("{\"to\":\"ü\",x}").byteOffset()).isEqualTo(11);
        assertThat(thrownFor("").byteOffset()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 100_000})
    void nestingWithoutEnd_isRefused(int depth) {
        for (Map.Entry<String, String> bracket :
                Map.of("[", "]", "{\"a\":", "}", "{\"parent\":", "}").entrySet()) {
            String open = bracket.getKey().repeat(depth);
            String close = bracket.getValue().repeat(depth);

            assertThat(thrownFor("{\"new\":" + open + "1" + close + "}").fault())
                    .isEqualTo(Fault.LIMIT);
            assertThat(thrownFor("{\"parent\":" + open + "1" + close + "}").fault())
                    .isEqualTo(Fault.LIMIT);
            assertThat(thrownFor("{\"new\":" + open).fault()).isEqualTo(Fault.LIMIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "parts", "cost", "timeout_secs"})
    void aNumberThatIsTooLong_isRefused(String field) {
        assertThat(thrownFor("{\"" + field + "\":" + "9".repeat(100_000) + "}").fault())
                .isEqualTo(Fault.LIMIT);
    }

    @Test
    void bytesThatAreNoUtf8_areRefused() {
        byte[] latin1 = ("{\"to\":\"" + SECRET + " Köln\"}").getBytes(ISO_8859_1);

        for (byte[] bytes : new byte[][] {latin1, "{}".getBytes(UTF_16), "{}".getBytes(UTF_16LE), {(byte) 0xC0}, {0}}) {
            assertThatThrownBy(() -> SampleModel.TYPE.read(bytes)).isInstanceOf(JsonFormatException.class);
        }
        assertThat(thrownFor("{\"to\":\"\uD83D\"}").fault()).isEqualTo(Fault.NOT_JSON);
    }

    @Test
    void plainValues_areReadUnderTheSameLimits() {
        assertThat(JsonValues.read(" [1,null] ".getBytes(ISO_8859_1))).isEqualTo(Arrays.asList(1, null));
        assertThat(JsonValues.read("null".getBytes(ISO_8859_1))).isNull();
        for (String json : new String[] {"", "{", "1 2", "[".repeat(101) + "]".repeat(101), "x"}) {
            assertThatThrownBy(() -> JsonValues.read(json.getBytes(ISO_8859_1)))
                    .isInstanceOf(JsonFormatException.class);
        }
    }

    private static JsonFormatException thrownFor(String json) {
        JsonFormatException thrown = catchThrowableOfType(JsonFormatException.class, () -> SampleModel.fromJson(json));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    /** Looks through messages, causes and suppressed exceptions. */
    private static void assertNothingPrivateIn(JsonFormatException thrown) {
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain(SECRET).doesNotContain("SECRET");
        assertThat(thrown).hasNoCause();
    }
}
