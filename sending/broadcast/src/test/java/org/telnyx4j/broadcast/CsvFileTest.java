package org.telnyx4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @TempDir
    Path folder;

    @Test
    void quotesLineBreaksAndEmptyLinesAreReadWithTheLinesOnWhichRowsBegin() {
        assertThat(rows("name,to\r\n\r\n\"a, \"\"b\"\"\r\nc\",+1\r\n5\" pipe,+2\r\n", StandardCharsets.UTF_8, null))
                .containsExactly(
                        new CsvFile.Row(3, List.of("a, \"b\"\r\nc", "+1")),
                        new CsvFile.Row(5, List.of("5\" pipe", "+2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsFoundInTheHeader(String separator) throws IOException {
        String text = String.join(separator, "first name", "to") + "\n" + String.join(separator, "Jane", "+1") + "\n";
        try (CsvFile file = open(text, StandardCharsets.UTF_8, null)) {
            assertThat(file.header()).containsExactly("first name", "to");
            assertThat(file.separator()).isEqualTo(separator.charAt(0));
            assertThat(file.next()).isEqualTo(new CsvFile.Row(2, List.of("Jane", "+1")));
        }
    }

    @Test
    void aSeparatorThatIsGivenCounts() {
        assertThat(rows("a,b;c\n1,2;3\n", StandardCharsets.UTF_8, ';'))
                .containsExactly(new CsvFile.Row(2, List.of("1,2", "3")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void aByteOrderMarkDecidesOnTheEncodingAndIsNoPartOfTheHeader(String charset, String mark) throws IOException {
        byte[] text = "näme;to\r\nJané;+1\r\n".getBytes(Charset.forName(charset));
        byte[] head = HexFormat.of().parseHex(mark);
        byte[] all = new byte[head.length + text.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(text, 0, all, head.length, text.length);
        Path path = Files.write(folder.resolve("mark.csv"), all);

        try (CsvFile file = CsvFile.open(path, StandardCharsets.ISO_8859_1, null)) {
            assertThat(file.header()).containsExactly("näme", "to");
            assertThat(file.next()).isEqualTo(new CsvFile.Row(2, List.of("Jané", "+1")));
        }
    }

    @Test
    void anotherEncodingIsReadWhenItIsNamed() {
        assertThat(rows("näme,to\nZoé,+1\n", StandardCharsets.ISO_8859_1, null))
                .containsExactly(new CsvFile.Row(2, List.of("Zoé", "+1")));
    }

    @Test
    void aRowWithTooManyOrTooFewColumnsIsReadAsItIs() {
        assertThat(rows("a,b\n1\n1,2,3\n", StandardCharsets.UTF_8, null))
                .containsExactly(new CsvFile.Row(2, List.of("1")), new CsvFile.Row(3, List.of("1", "2", "3")));
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotSwallowTheRestOfTheFile() {
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> rows("a,b\n1,2\n3,\"secret\n4,5\n", StandardCharsets.UTF_8, null))
                .withMessageContaining("line 3")
                .withMessageContaining("not closed")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> rows("a,b\n1,\"secret\n" + "4,5\n".repeat(100_000), StandardCharsets.UTF_8, null))
                .withMessageContaining("line 2")
                .withMessageContaining("is a quote not closed")
                .withMessageNotContaining("secret");
    }

    @Test
    void textAfterAClosingQuoteIsFound() {
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> rows("a,b\n1,\"secret\"x\n", StandardCharsets.UTF_8, null))
                .withMessageContaining("line 2")
                .withMessageNotContaining("secret");
    }

    @Test
    void aMultiLineValueAtTheEndIsNoQuoteThatIsNotClosed() {
        assertThat(rows("a,b\n1,\"x\ny\"", StandardCharsets.UTF_8, null))
                .containsExactly(new CsvFile.Row(2, List.of("1", "x\ny")));
    }

    @Test
    void anEmptyOrMissingFileIsRefused() {
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> rows("", StandardCharsets.UTF_8, null))
                .withMessageContaining("empty");
        assertThatExceptionOfType(NotStartedException.class)
                .isThrownBy(() -> CsvFile.open(folder.resolve("none.csv"), StandardCharsets.UTF_8, null))
                .withMessageContaining("there is no file");
    }

    @Test
    void theHashIsThatOfTheFile() throws IOException {
        String text = "a,b\n1,2\n";
        try (CsvFile file = open(text, StandardCharsets.UTF_8, null)) {
            while (file.next() != null) {}
            assertThat(file.hash()).isEqualTo(BroadcastStore.hash(text));
        }
    }

    private List<CsvFile.Row> rows(String text, Charset charset, @Nullable Character separator) {
        List<CsvFile.Row> rows = new ArrayList<>();
        try (CsvFile file = open(text, charset, separator)) {
            for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private CsvFile open(String text, Charset charset, @Nullable Character separator) throws IOException {
        Path path = Files.writeString(folder.resolve("file.csv"), text, charset);
        return CsvFile.open(path, charset, separator);
    }
}
