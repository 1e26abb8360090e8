package org.telnyx4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The items of a long list share the strings that they have in common, and nobody can tell but by the memory. */
class RepeatedTextsTest {
    @Test
    void aLongListHasTheStringsThatItsItemsHaveEachByItself() {
        // "Aa" and "BB" have one hash, and so have all strings that are made of them.
        String[] values = {"AaAa", "BBBB", "AaBB", "BBAa", "", "é", "👋", "x".repeat(200), "\\u0000", "a\\\"b", "42"};
        List<String> items = IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"name\":\"X-" + i % 300 + "\",\"value\":\"" + values[i * 7 % values.length] + "\"}")
                .toList();

        List<SampleHeader> all = Objects.requireNonNull(
                SampleModel.fromJson(items.stream().collect(Collectors.joining(",", "{\"custom_headers\":[", "]}")))
                        .getCustomHeaders());

        assertThat(all)
                .isEqualTo(items.stream().map(SampleHeader.TYPE::fromJson).toList());
    }

    /** Fields come in any order, are missing, null, of another type, there twice or unknown, and repeat or not. */
    @Test
    void aLongListHasTheModelsThatItsItemsAreEachByThemselves() {
        Random random = new Random(42);
        List<String> items =
                IntStream.range(0, 3_000).mapToObj(i -> item(random, 2)).toList();

        List<?> all = Objects.requireNonNull((List<?>) Page.TYPE
                .fromJson(items.stream().collect(Collectors.joining(",", "{\"items\":[", "]}")))
                .get("items"));

        assertThat(all).hasSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            Map<?, ?> plain = (Map<?, ?>)
                    Objects.requireNonNull(ModelReader.readPlain(items.get(i).getBytes(StandardCharsets.UTF_8)));
            // By way of a map nothing is guessed or remembered.
            assertThat(all.get(i)).as(items.get(i)).isEqualTo(SampleModel.fromMap(textKeys(plain)));
        }
    }

    @Test
    void whatTheItemBeforeHadIsTheSameObject() {
        String item =
                "{\"id\":\"1\",\"sent_at\":\"2026-07-16T09:08:07Z\",\"status\":\"of_tomorrow\",\"loop\":\"infinity\","
                        + "\"parent\":{\"id\":\"2\"},\"custom_headers\":[{\"name\":\"X-A\"}]}";
        List<?> all = Objects.requireNonNull((List<?>) Page.TYPE
                .fromJson(Stream.generate(() -> item).limit(6).collect(Collectors.joining(",", "{\"items\":[", "]}")))
                .get("items"));

        SampleModel before = (SampleModel) all.get(4);
        SampleModel after = (SampleModel) all.get(5);
        assertThat(after).isEqualTo(before).isNotSameAs(before);
        for (String name : List.of("id", "sent_at", "status", "loop")) {
            assertThat(after.get(name)).as(name).isNotNull().isSameAs(before.get(name));
        }
        assertThat(Objects.requireNonNull(after.getParent()).getId())
                .isSameAs(Objects.requireNonNull(before.getParent()).getId());
        assertThat(Objects.requireNonNull(after.getCustomHeaders()).get(0).getName())
                .isSameAs(
                        Objects.requireNonNull(before.getCustomHeaders()).get(0).getName());
    }

    @Test
    void aListWithoutItemsRefusesChanges() {
        List<?> none = Objects.requireNonNull(
                SampleModel.fromJson("{\"custom_headers\":[]}").getCustomHeaders());

        assertThat(none).isEmpty();
        assertThatThrownBy(none::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String item(Random random, int depth) {
        List<String> fields = new ArrayList<>();
        String[] texts = {"", "a", "b", "é👋", "x".repeat(48), "x".repeat(49), "2026-07-16", "sent", "\\u0061", "q\\\"q"
        };
        String text = "\"" + texts[random.nextInt(texts.length)] + "\"";
        String time = "\"2026-07-16T09:08:0" + random.nextInt(3) + "Z\"";
        String[] any = {text, "null", "1", "2.5", "true", "[]", "[" + text + "]", "{}", "{\"a\":" + text + "}", time};
        for (String name :
                List.of("id", "to", "status", "loop", "webhook_url", "day", "parts", "client_state", "odd")) {
            fields.add("\"" + name + "\":" + (random.nextInt(4) == 0 ? any[random.nextInt(any.length)] : text));
        }
        fields.add("\"sent_at\":" + (random.nextInt(4) == 0 ? any[random.nextInt(any.length)] : time));
        fields.add("\"tags\":[" + text + "," + text + "]");
        fields.add("\"\\u0072ate\":" + (random.nextBoolean() ? "8000" : text));
        if (depth > 0) {
            fields.add("\"parent\":" + item(random, depth - 1));
            fields.add("\"custom_headers\":[{\"name\":" + text + "},{\"value\":" + time + ",\"name\":" + text + "}]");
        }
        // Most items have the usual order.
        if (random.nextInt(3) == 0) {
            Collections.shuffle(fields, random);
        }
        return fields.stream()
                .filter(field -> random.nextInt(8) != 0)
                .collect(Collectors.joining(random.nextBoolean() ? "," : " ,\n", "{", " }"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> textKeys(Map<?, ?> fields) {
        return (Map<String, ?>) fields;
    }

    private static final class Page extends JsonModel {
        private static final ModelType<Page> TYPE = new ModelType<>("Page") {
            @Override
            protected Page create(FieldValues values) {
                return new Page(values);
            }

            @Override
            protected void describe(FieldTable.Builder table) {
                table.list("items").of(SampleModel.TYPE);
            }
        };

        private Page(FieldValues values) {
            super(TYPE, values);
        }
    }

    @Test
    void whatRepeatsIsOneStringAndOneTime() {
        RecentTexts texts = new RecentTexts();
        char[] chars = "_active_active_2026-07-16T09:08:07Z_2026-07-16".toCharArray();

        String active = texts.get(chars, 1, 6);
        assertThat(active).isEqualTo("active").isSameAs(texts.get(chars, 8, 6));

        String moment = texts.get(chars, 15, 20);
        assertThat(texts.time(JsonTypes.DATE_TIME, moment))
                .isEqualTo(OffsetDateTime.parse("2026-07-16T09:08:07Z"))
                .isSameAs(texts.time(JsonTypes.DATE_TIME, moment));
        String day = texts.get(chars, 36, 10);
        assertThat(texts.time(JsonTypes.DATE, day)).isEqualTo(LocalDate.of(2026, 7, 16));
        assertThat(texts.time(JsonTypes.DATE_TIME, active)).isSameAs(Values.MISMATCH);
    }

    @Test
    void aTimeIsNotThatOfAnotherStringInItsPlace() {
        RecentTexts texts = new RecentTexts();
        for (int i = 0; i < 5_000; i++) {
            String moment = OffsetDateTime.parse("2026-01-01T00:00:00Z")
                    .plusSeconds(i * 37L % 4_000)
                    .toString();
            String read = texts.get(moment.toCharArray(), 0, moment.length());
            assertThat(texts.time(JsonTypes.DATE_TIME, read)).isEqualTo(OffsetDateTime.parse(moment));
        }
    }
}
