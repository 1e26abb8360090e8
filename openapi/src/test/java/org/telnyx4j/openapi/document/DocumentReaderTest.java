package org.telnyx4j.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    @Test
    void yamlAndJsonGiveTheSameTree() {
        assertThat(Documents.yaml("a: [1, 2.5, x, null, true]\nb: {c: 'no'}"))
                .isEqualTo(Documents.yaml("{\"a\": [1, 2.5, \"x\", null, true], \"b\": {\"c\": \"no\"}}"));
    }

    @Test
    void wordsThatYaml11TakesForBooleansStayStrings() {
        assertThat(Documents.yaml("values: [no, on, y]").toString()).isEqualTo("{\"values\":[\"no\",\"on\",\"y\"]}");
    }

    @Test
    void anAliasIsReplacedByWhatItsAnchorMarks() {
        assertThat(Documents.yaml("a: &x {b: 1}\nc: *x").path("c").toString()).isEqualTo("{\"b\":1}");
    }

    @Test
    void anAliasWithoutAnAnchorIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Documents.yaml("a: 1\nb: *x"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("test.yaml:2");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Documents.yaml("\uFEFF{\"a\": 1}").toString()).isEqualTo("{\"a\":1}");
        assertThat(Documents.yaml("\uFEFFa: 1").toString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aliasesThatMultiplyAreStopped() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", Collections.nCopies(10, before))));
        }
        assertThatThrownBy(() -> Documents.yaml(bomb.toString()))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("aliases multiply");
    }

    @Test
    void aSyntaxErrorIsReportedWithItsLine() {
        assertThatThrownBy(() -> Documents.yaml("a: 1\nb: [1, 2\nc: 3"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("test.yaml:3");
    }

    @Test
    void aSyntaxErrorInJsonIsReportedWithItsLine() {
        assertThatThrownBy(() -> Documents.yaml("{\n\"a\": 1,\n\"b\" 2}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("test.yaml:3");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> Documents.yaml("a: 1\nb: 2\na: 3"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("test.yaml:3")
                .hasMessageContaining("Duplicate field 'a'");
    }

    @Test
    void aListAtTheTopIsRefused() {
        assertThatThrownBy(() -> Documents.yaml("- a"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("must be a map");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> Documents.yaml("")).isInstanceOf(SpecException.class);
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> Documents.yaml("a: 1\n---\nb: 2"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("more than one document");
    }

    @Test
    void moreThanTheParsersOwnLimitOfThreeMegabytesIsRead() {
        String text = "list:\n" + ("- " + "x".repeat(98) + "\n").repeat(40_000);
        assertThat(Documents.yaml(text).path("list")).hasSize(40_000);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> DocumentReader.read(Path.of("no-such-file.yaml")))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("no-such-file.yaml");
    }
}
