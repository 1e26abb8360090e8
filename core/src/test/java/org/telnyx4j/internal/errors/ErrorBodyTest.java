package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.bytes;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.errors.TelnyxError;

class ErrorBodyTest {
    private static final String COMPLETE = """
            {"extra":{"errors":[1]},"errors":[{"code":"10015","title":"Bad","detail":"Why",
             "source":{"pointer":"/to","parameter":"filter[a]","x":[{}]},
             "meta":{"url":"https://x","n":1,"big":123456789012345678901,"f":1.5,"b":true,"z":null,"l":[1,null,{"k":"v"}]}}]}
            """;

    private static List<TelnyxError> parse(String body) {
        return ErrorBody.parse(bytes(body));
    }

    @Test
    void aCompleteErrorIsReadWhole() {
        assertThat(parse(COMPLETE))
                .containsExactly(new TelnyxError(
                        "10015",
                        "Bad",
                        "Why",
                        "/to",
                        "filter[a]",
                        Map.of(
                                "url",
                                "https://x",
                                "n",
                                1L,
                                "big",
                                new BigInteger("123456789012345678901"),
                                "f",
                                1.5,
                                "b",
                                true,
                                "l",
                                List.of(1L, Map.of("k", "v")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "42",
                "\"text\"",
                "[]",
                "[{\"code\":\"1\"}]",
                "{",
                "{}",
                "{\"errors\":null}",
                "{\"errors\":[]}",
                "{\"errors\":[null,[],{},[[{\"code\":1}]]]}",
                "{\"errors\":[{\"code\":null,\"source\":null,\"meta\":null}]}",
                "{\"errors\":[{\"code\":{},\"title\":[],\"source\":[],\"meta\":[1]}]}",
                "<html><body>502 Bad Gateway</body></html>",
                "\u0000\u0001\u0002"
            })
    void aBodyWithoutErrorsGivesNone(String body) {
        assertThat(parse(body)).isEmpty();
    }

    @Test
    void wrongTypesAreTakenForWhatTheyMean() {
        assertThat(parse("{\"errors\":[{\"code\":10015,\"title\":true}]}"))
                .containsExactly(new TelnyxError("10015", "true", null, null, null, Map.of()));
        assertThat(parse("{\"errors\":{\"code\":\"10015\"}}"))
                .containsExactly(new TelnyxError("10015", null, null, null, null, Map.of()));
        assertThat(parse("{\"errors\":[\"No\"]}"))
                .containsExactly(new TelnyxError(null, null, "No", null, null, Map.of()));
    }

    @Test
    void everyPrefixOfABodyIsReadAsFarAsItGoes() {
        byte[] whole = bytes(COMPLETE);
        int withCode = COMPLETE.indexOf("\"title\"");
        for (int length = 0; length < whole.length; length++) {
            List<TelnyxError> errors = ErrorBody.parse(java.util.Arrays.copyOf(whole, length));
            assertThat(errors).hasSizeLessThanOrEqualTo(1);
            if (length > withCode) {
                assertThat(errors.get(0).code()).isEqualTo("10015");
            }
        }
    }

    @Test
    void randomDamageNeverThrows() {
        Random random = new Random(42);
        byte[] whole = bytes(COMPLETE);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(ErrorBody.parse(damaged)).hasSizeLessThanOrEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"code\":\"10015\",\"meta\":",
                "{\"errors\":[{\"code\":\"10015\",\"other\":",
                "{\"errors\":[{\"code\":\"10015\"},"
            })
    void endlessNestingCostsNoStackAndNothingOfWhatCameBefore(String start) throws InterruptedException {
        AtomicReference<List<TelnyxError>> found = new AtomicReference<>(List.of());
        for (String unit : List.of("[", "{\"a\":")) {
            byte[] body = bytes(start + unit.repeat(100_000));
            Thread thread = new Thread(null, () -> found.set(ErrorBody.parse(body)), "small", 256 * 1024);
            thread.start();
            thread.join(10_000);
            assertThat(found.getAndSet(List.of())).extracting(TelnyxError::code).containsExactly("10015");
        }
    }

    @Test
    void hugeBodiesAreReadInPart() {
        String error = "{\"code\":\"10015\",\"detail\":\"" + "x".repeat(20_000) + "\"}";
        List<TelnyxError> errors = parse("{\"errors\":[" + (error + ",").repeat(500) + error + "]}");
        assertThat(errors).hasSizeBetween(10, 100);
        assertThat(errors.get(0).detail()).hasSize(10_000);
        assertThat(parse("{\"errors\":[" + "{\"code\":1},".repeat(5_000) + "{}]}"))
                .hasSize(100);
        assertThat(parse("{\"errors\":[{\"code\":" + "1".repeat(2_000_000) + "}]}"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void otherUnicodeEncodingsAreRecognised() {
        byte[] body =
                "{\"errors\":[{\"code\":\"10015\",\"title\":\"Überlänge 👋\"}]}".getBytes(StandardCharsets.UTF_16);
        assertThat(ErrorBody.parse(body)).extracting(TelnyxError::title).containsExactly("Überlänge 👋");
    }

    @Test
    void anErrorWithoutTheListAroundItIsReadToo() {
        List<TelnyxError> errors =
                ErrorBody.parse("{\"code\":\"10005\",\"title\":\"Not found\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(errors).extracting(TelnyxError::code).containsExactly("10005");
    }
}
