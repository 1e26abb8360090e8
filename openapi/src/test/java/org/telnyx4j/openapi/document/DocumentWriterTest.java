package org.telnyx4j.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class DocumentWriterTest {
    @TempDir
    Path directory;

    @Test
    void aYaml11ReaderSeesTheSameStrings() {
        ObjectNode document = Documents.yaml("""
                strings: ['no', 'yes', 'on', 'null', '1', '1.0', '2010-04-01', '12:30', '', '#', 'a: b', 'a #b', '=', '0x1F', '~', ' a', 'a ']
                '200': x
                numbers: [1, 2.50, 14400]
                """);

        Object read = new Yaml().load(DocumentWriter.write(document, ""));

        assertThat(read.toString())
                .isEqualTo(
                        "{strings=[no, yes, on, null, 1, 1.0, 2010-04-01, 12:30, , #, a: b, a #b, =, 0x1F, ~,  a, a ], "
                                + "200=x, numbers=[1, 2.5, 14400]}");
        assertThat(Documents.yaml(DocumentWriter.write(document, ""))).isEqualTo(document);
    }

    @Test
    void theCommentStandsFirst() {
        assertThat(DocumentWriter.write(Documents.yaml("a: b"), "one\ntwo")).isEqualTo("# one\n# two\na: b\n");
    }

    @Test
    void aFileIsReplacedAndNothingElseIsLeftBehind() throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), "old");

        DocumentWriter.replace(file, "new é");

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("new é");
        assertThat(directory.toFile().list()).containsExactly("a.yaml");
    }
}
