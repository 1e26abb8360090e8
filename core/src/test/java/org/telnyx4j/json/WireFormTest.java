package org.telnyx4j.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in goes out again, and only what was set goes out at all. */
class WireFormTest {
    static final String EVERYTHING =
            "{\"id\":\"m-1\",\"to\":\"Grüße 👋\",\"parts\":3,\"bytes\":12345678901,\"cost\":1.10,"
                    + "\"urgent\":false,\"sent_at\":\"2026-07-16T09:08:00.123456+02:00\",\"day\":\"2026-07-16\","
                    + "\"timeout_secs\":30,\"pause_millis\":1500,\"validity_minutes\":90,\"status\":\"value_of_tomorrow\","
                    + "\"rate\":8000,\"custom_headers\":[{\"name\":\"X-A\",\"value\":\"1\",\"new\":true},{}],\"tags\":[\"a\",\"b\"],"
                    + "\"counts\":{\"key of the caller's\":2},\"loop\":{\"any\":[1.10,null]},\"parent\":{\"id\":\"m-0\"},"
                    + "\"statuses\":[\"sent\",\"new\"],\"webhook_url\":null,\"client_state\":\"b3JkZXItNDcxMQ==\","
                    + "\"matrix\":[[1,2],[]],\"field_of_tomorrow\":{\"deep\":[1,1.10,12345678901234567890,null,\"x\",true]},"
                    + "\"null_of_tomorrow\":null}";

    @Test
    void everyField_isReadAndWrittenBackByteForByte() {
        SampleModel model = SampleModel.fromJson(EVERYTHING);

        assertThat(model.toJson()).isEqualTo(EVERYTHING);
        assertThat(model.toJsonBytes()).isEqualTo(EVERYTHING.getBytes(UTF_8));
        assertThat(SampleModel.TYPE.read(EVERYTHING.getBytes(UTF_8))).isEqualTo(model);
        assertThat(model.unreadableFields()).isEmpty();
    }

    @Test
    void everyField_hasTheTypeOfItsTable() {
        SampleModel model = SampleModel.fromJson(EVERYTHING);

        assertThat(model.getTo()).isEqualTo("Grüße 👋");
        assertThat(model.getParts()).isEqualTo(3);
        assertThat(model.getBytes()).isEqualTo(12345678901L);
        assertThat(model.getCost()).isEqualTo(new BigDecimal("1.10"));
        assertThat(model.getUrgent()).isFalse();
        assertThat(model.getSentAt()).isEqualTo(OffsetDateTime.parse("2026-07-16T09:08:00.123456+02:00"));
        assertThat(model.getDay()).isEqualTo(LocalDate.parse("2026-07-16"));
        assertThat(model.getTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(model.getPause()).isEqualTo(Duration.ofMillis(1500));
        assertThat(model.getValidity()).isEqualTo(Duration.ofMinutes(90));
        assertThat(model.getStatus()).isEqualTo(SampleStatus.fromValue("value_of_tomorrow"));
        assertThat(model.getRate()).isSameAs(SampleRate.NUMBER_8000);
        assertThat(model.getCustomHeaders()).extracting(SampleHeader::getName).containsExactly("X-A", null);
        assertThat(model.getTags()).containsExactly("a", "b");
        assertThat(model.getCounts()).isEqualTo(Map.of("key of the caller's", 2));
        assertThat(model.getLoop()).isEqualTo(Map.of("any", Arrays.asList(new BigDecimal("1.10"), null)));
        assertThat(model.getParent()).isEqualTo(SampleModel.builder().id("m-0").build());
        assertThat(model.getStatuses()).containsExactly(SampleStatus.SENT, SampleStatus.fromValue("new"));
        assertThat(model.getWebhookUrl()).isNull();
        assertThat(model.getClientState()).isEqualTo("order-4711");
        assertThat(model.getClientStateBase64()).isEqualTo("b3JkZXItNDcxMQ==");
        assertThat(model.getMatrix()).containsExactly(List.of(1, 2), List.of());
        assertThat(model.getAdditionalProperties()).containsOnlyKeys("field_of_tomorrow", "null_of_tomorrow");
    }

    @Test
    void unknownFields_areReadAsPlainValues() {
        SampleModel model =
                SampleModel.fromJson("{\"price\":0.0040,\"count\":12345678901234567890,\"meta\":{\"a\":[1,null]}}");

        assertThat(model.getAdditionalProperties())
                .containsEntry("price", new BigDecimal("0.0040"))
                .containsEntry("count", new BigInteger("12345678901234567890"))
                .containsEntry("meta", Map.of("a", Arrays.asList(1, null)));
        assertThatThrownBy(() -> model.getAdditionalProperties().put("b", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) requireNonNull(model.get("meta"))).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nothingSet_isAnEmptyObject() {
        SampleModel model = SampleModel.fromJson(" {} ");

        assertThat(model).isEqualTo(SampleModel.builder().build()).hasToString("SampleModel{}");
        assertThat(model.toJson()).isEqualTo("{}");
        assertThat(model.getAdditionalProperties()).isEmpty();
        assertThat(model.fieldNames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "parts", "sent_at", "day", "status", "tags", "counts", "loop", "parent", "webhook_url"})
    void aNull_isAbsentForTheGetterAndWrittenBack(String name) {
        String json = "{\"" + name + "\":null}";

        SampleModel model = SampleModel.fromJson(json);

        assertThat(model.has(name)).isTrue();
        assertThat(model.get(name)).isNull();
        assertThat(model.toJson()).isEqualTo(json);
        assertThat(model).isNotEqualTo(SampleModel.fromJson("{}"));
        assertThat(model).isEqualTo(SampleModel.fromJson(json)).hasSameHashCodeAs(SampleModel.fromJson(json));
        assertThat(model.getAdditionalProperties()).isEmpty();
    }

    @Test
    void ofTwoFieldsWithOneName_theLastCounts() {
        assertThat(SampleModel.fromJson("{\"id\":\"a\",\"id\":\"b\"}").getId()).isEqualTo("b");
        assertThat(SampleModel.fromJson("{\"id\":{},\"id\":\"b\"}").toJson()).isEqualTo("{\"id\":\"b\"}");
        assertThat(SampleModel.fromJson("{\"id\":\"a\",\"id\":{}}").toJson()).isEqualTo("{\"id\":{}}");
        assertThat(SampleModel.fromJson("{\"new\":1,\"new\":2}").toJson()).isEqualTo("{\"new\":2}");
    }

    @Test
    void aByteOrderMark_isSkipped_alsoWhereAListIsSetAside() {
        assertThat(SampleModel.fromJson("\uFEFF{\"tags\":[\"ü\",1]}").toJson()).isEqualTo("{\"tags\":[\"ü\",1]}");
    }

    @Test
    void halfASurrogatePair_thatCameAsAnEscape_isWrittenAsItCame() {
        String json = "{\"id\":\"a\\uD83Db\",\"new\":\"\\uDC4B\"}";

        assertThat(SampleModel.fromJson(json).toJson()).isEqualTo(json);
        assertThat(SampleModel.builder()
                        .putAdditionalProperty("\uD83D", 1)
                        .build()
                        .toJson())
                .isEqualTo("{\"\\uD83D\":1}");
    }

    @Test
    void textInAnyScript_isUtf8() {
        String text = "Grüße aus Köln 👩‍👩‍👧 \u0000 \" \\ \u2028 ∑";

        byte[] json = SampleModel.builder().id(text).build().toJsonBytes();

        assertThat(new String(json, UTF_8)).contains("👩‍👩‍👧");
        assertThat(SampleModel.TYPE.read(json).getId()).isEqualTo(text);
    }

    @Test
    void numbersBeyondAllRanges_takeNoTime() {
        String json = "{\"cost\":1E+1000000000,\"n\":-1E-1000000000,\"parts\":99999999999999999999}";

        SampleModel model = SampleModel.fromJson(json);

        assertThat(model.getCost()).isEqualTo(new BigDecimal("1E+1000000000"));
        assertThat(model.getParts()).isNull();
        assertThat(model.toJson()).contains("\"parts\":99999999999999999999").contains("\"n\":-1E-1000000000");
    }

    @Test
    void toString_namesTheFieldsThatAreSetAndNoValue() {
        assertThat(SampleModel.fromJson(EVERYTHING))
                .hasToString("SampleModel{id, to, parts, bytes, cost, urgent, sent_at, day, timeout_secs, pause_millis,"
                        + " validity_minutes, status, rate, custom_headers, tags, counts, loop, parent, statuses,"
                        + " webhook_url, client_state, matrix, and 2 more}");
    }

    @Test
    void fieldNames_areThoseOfTheWire() {
        SampleModel model = SampleModel.fromJson("{\"new\":1,\"to\":null,\"id\":\"a\",\"parts\":\"x\"}");

        assertThat(model.fieldNames()).containsExactly("id", "to", "new", "parts");
        assertThat(model.has("new")).isTrue();
        assertThat(model.has("cost")).isFalse();
        assertThat(model.get("new")).isEqualTo(1);
        assertThat(model.get("id")).isEqualTo("a");
        assertThat(model.get("nothing")).isNull();
    }

    @Test
    void modelsWithTheSameFields_areEqual() {
        SampleModel one = SampleModel.fromJson(EVERYTHING);

        assertThat(one)
                .isEqualTo(SampleModel.fromJson(EVERYTHING))
                .hasSameHashCodeAs(SampleModel.fromJson(EVERYTHING))
                .isNotEqualTo(one.toBuilder().id("m-2").build())
                .isNotEqualTo(one.toBuilder().putAdditionalProperty("a", 1).build())
                .isNotEqualTo(null)
                .isNotEqualTo("another class");
        assertThat((Object) SampleModel.fromJson("{}")).isNotEqualTo(SampleHeader.fromJson("{}"));
    }
}
