package org.telnyx4j.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever comes, it is read, or refused with the one exception for it; and what was read is written as it came. */
class JsonFuzzTest {
    private static final byte[] SEED = WireFormTest.EVERYTHING.getBytes(UTF_8);
    private static final String[] PARTS = {
        "null",
        "true",
        "-1",
        "1e400",
        "\"\"",
        "[]",
        "{}",
        "[null]",
        "{\"a\":{}}",
        "\"x\"",
        "1e99999999999",
        "-0",
        "0.10",
        "\"\\uD800\"",
        "\"2026-07-16T09:08:07Z\"",
        "[[1],[2]]",
        "9223372036854775808"
    };

    @RepeatedTest(20)
    void mutatedBytes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 1_000; i++) {
            byte[] json = SEED.clone();
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            }
            readAndWrite(json);
        }
    }

    @RepeatedTest(10)
    void randomBytes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 1_000; i++) {
            byte[] json = new byte[random.nextInt(64)];
            random.nextBytes(json);
            readAndWrite(json);
        }
    }

    @Test
    void everyStart() {
        for (int length = 0; length < SEED.length; length++) {
            byte[] start = new byte[length];
            System.arraycopy(SEED, 0, start, 0, length);
            assertThat(readAndWrite(start)).isFalse();
        }
    }

    @Test
    void everyFieldWithEveryKindOfValue() {
        for (Field field : SampleModel.TYPE.fields().fields()) {
            for (String part : PARTS) {
                readAndWrite(("{\"" + field.name() + "\":" + part + "}").getBytes(UTF_8));
                readAndWrite(("{\"parent\":{\"" + field.name() + "\":[" + part + "," + part + "]}}").getBytes(UTF_8));
            }
        }
    }

    private static boolean readAndWrite(byte[] json) {
        SampleModel model;
        try {
            model = SampleModel.TYPE.read(json);
        } catch (JsonFormatException e) {
            assertThat(e.getMessage()).startsWith("The JSON ");
            return false;
        }
        SampleModel again = SampleModel.TYPE.read(model.toJsonBytes());
        assertThat(again).isEqualTo(model).hasSameHashCodeAs(model);
        assertThat(SampleModel.fromMap(model.toMap())).isEqualTo(model);
        assertThat(model.toString()).startsWith("SampleModel{");
        return true;
    }
}
