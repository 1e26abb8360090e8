package org.telnyx4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
