package org.telnyx4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.messaging.MessageTemplate;

class RowReaderTest {
    private final RowReader reader = new RowReader(
            List.of("name", "phone_number", "unused"),
            MessageTemplate.of("Hello {name}!"),
            2,
            null,
            number -> number.equals("+14165550109"));

    @Test
    void aRowBecomesAMessage() {
        assertThat(reader.read(row(2, " Jane ", " +14165550101 ", "\uFFFD")))
                .isInstanceOfSatisfying(RowMessage.class, message -> {
                    assertThat(message.line()).isEqualTo(2);
                    assertThat(message.to()).isEqualTo("+14165550101");
                    assertThat(message.text()).isEqualTo("Hello Jane!");
                    assertThat(message.segments().parts()).isEqualTo(1);
                    assertThat(message.toString()).doesNotContain("Jane").doesNotContain("416");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "14165550101",
                "+1416555010x",
                "+1 416 555 0101",
                "+0416555010",
                "+123456",
                "+1234567890123456",
                "1.41656E+10",
                "416-555-0101",
                "tel:+14165550101"
            })
    void whatIsNoNumberIsFoundAndMasked(String number) {
        assertThat(reader.read(row(7, "Jane", number, ""))).isInstanceOfSatisfying(RowProblem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(RowProblem.Kind.NUMBER);
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.words()).doesNotContain("5550101").doesNotContain("555 0101");
        });
    }

    @Test
    void aRecipientGetsOneMessage() {
        reader.read(row(2, "Jane", "+14165550101", ""));

        assertThat(reader.read(row(3, "Jane", "+14165550101", "")))
                .isEqualTo(new RowProblem(3, RowProblem.Kind.DUPLICATE, "+1416***0101 stands on line 2, too"));
    }

    @Test
    void aRowWithoutAMessageTakesNoRecipientAway() {
        reader.read(row(2, "", "+14165550101", ""));

        assertThat(reader.read(row(3, "Jane", "+14165550101", ""))).isInstanceOf(RowMessage.class);
        assertThat(reader.recipients().size()).isEqualTo(1);
    }

    @Test
    void whoHasOptedOutGetsNone() {
        assertThat(reader.read(row(2, "Jane", "+14165550109", "")))
                .isEqualTo(new RowProblem(2, RowProblem.Kind.OPTED_OUT, "+1416***0109 has opted out"));
        assertThat(reader.recipients().size()).isZero();
    }

    @Test
    void anEmptyValueATooLongTextAWrongByteAndAWrongNumberOfColumnsAreFound() {
        assertThat(kind(row(2, " ", "+14165550101", ""))).isEqualTo(RowProblem.Kind.VALUE);
        assertThat(kind(row(2, "x".repeat(400), "+14165550101", ""))).isEqualTo(RowProblem.Kind.TOO_LONG);
        assertThat(kind(row(2, "Z\uFFFDe", "+14165550101", ""))).isEqualTo(RowProblem.Kind.ENCODING);
        assertThat(kind(row(2, "Jane", "+14165550101"))).isEqualTo(RowProblem.Kind.COLUMNS);
        assertThat(kind(row(2, "Jane", "+14165550101", "", ""))).isEqualTo(RowProblem.Kind.COLUMNS);
    }

    @Test
    void aTemplateWhoseColumnIsMissingIsRefusedWithTheColumnsThatThereAre() {
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> reader(List.of("to", "nam"), null))
                .withMessageContaining("no column \"name\"")
                .withMessageContaining("to, nam");
    }

    @Test
    void theColumnWithTheRecipientsIsFoundOrAskedFor() {
        assertThat(reader(List.of("name", "TO"), null)).isNotNull();
        assertThat(reader(List.of("name", "to", "phone"), "phone")).isNotNull();
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> reader(List.of("name", "to", "phone"), null))
                .withMessageContaining("more than one column");
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> reader(List.of("name", "id"), null))
                .withMessageContaining("no column is called");
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> reader(List.of("name", "to", "to"), "to"))
                .withMessageContaining("two columns");
    }

    @Test
    void aFileWithoutAHeaderShowsNothingOfItsFirstRow() {
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> reader(List.of("Jane", "+14165550101"), null))
                .withMessageContaining("no header")
                .withMessageNotContaining("Jane")
                .withMessageNotContaining("555");
    }

    @Test
    void theIndexFindsTheLineOfEachOfManyNumbers() {
        RecipientIndex index = new RecipientIndex();
        Map<String, Long> expected = new HashMap<>();
        Random random = new Random(7);
        for (long line = 2; line < 50_000; line++) {
            String number = "+1" + (2_000_000_000L + random.nextInt(60_000));
            Long before = expected.putIfAbsent(number, line);
            assertThat(index.add(number, line)).isEqualTo(before == null ? 0 : before);
        }
        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach((number, line) -> assertThat(index.lineOf(number)).isEqualTo(line));
        assertThat(index.lineOf("+999999999999999")).isZero();
    }

    private RowProblem.Kind kind(CsvFile.Row row) {
        return ((RowProblem) reader.read(row)).kind();
    }

    private static RowReader reader(List<String> header, @Nullable String column) {
        return new RowReader(header, MessageTemplate.of("Hello {name}!"), 2, column, number -> false);
    }

    private static CsvFile.Row row(long line, String... fields) {
        return new CsvFile.Row(line, List.of(fields));
    }
}
