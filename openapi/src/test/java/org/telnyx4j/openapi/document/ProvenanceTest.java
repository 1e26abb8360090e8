package org.telnyx4j.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
    private static final byte[] BYTES = "openapi: 3.1.0".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = "0000";

    @Test
    void theDateComesFromTheFilesName() {
        assertThat(of("telnyx-2026-07-16.yml", "").date()).isEqualTo("2026-07-16");
    }

    @Test
    void aNameWithoutADateGivesNone() {
        assertThat(of("spec-12026-07-160.yml", "").date()).isEqualTo("unknown");
    }

    @Test
    void aFileWithoutADateInItsNameHasThatOfTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("spec3.yml"), BYTES);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-08-02T23:59:00Z")));

        assertThat(Provenance.of(file, BYTES, Documents.yaml("info: {}"), "").date())
                .isEqualTo("2026-08-02");
    }

    @Test
    void anOlderEditionIsNoticed() {
        String committed = DocumentWriter.write(
                Documents.yaml("a: b"), of("telnyx-2026-07-16.yml", "").comment());

        assertThat(of("telnyx-2026-06-30.yml", "").olderThan(committed))
                .contains("OLDER: this document is of 2026-06-30, openapi/telnyx.yaml was made from the edition of"
                        + " 2026-07-16.");
        assertThat(of("telnyx-2026-07-17.yml", "").olderThan(committed)).isEmpty();
        assertThat(of("telnyx-2026-06-30.yml", "").olderThan("")).isEmpty();
    }

    @Test
    void whatIsNotKeptIsReadBack() {
        String specification = DocumentWriter.write(
                Documents.yaml("a: b"), of("a.yml", "").comment(List.of("/paths/x"), List.of("GET /a", "callCost")));

        assertThat(Provenance.notKept(specification)).containsExactlyInAnyOrder("GET /a", "callCost");
        assertThat(Provenance.toDescribe(specification)).containsExactly("/paths/x");
    }

    @Test
    void theSameBytesUnderAnotherNameKeepTheirDate() {
        Provenance first = of("telnyx-2026-07-16.yml", "");
        String specification = DocumentWriter.write(Documents.yaml("a: b"), first.comment());

        assertThat(of("upstream.yml", specification)).isEqualTo(first);
    }

    @Test
    void otherBytesDontTakeOverADate() {
        String specification =
                of("telnyx-2026-07-16.yml", "").comment().replaceAll("sha-256 .{4}", "sha-256 " + SHA256);

        assertThat(of("upstream.yml", "# " + specification.replace("\n", "\n# "))
                        .date())
                .isEqualTo("unknown");
    }

    @Test
    void theHashIsThatOfTheFile() {
        assertThat(of("a.yml", "").sha256())
                .isEqualTo("2fb0d1c2b023895b7bf1b743fa8554f9572cfd63667a21703a7ea57bc0fdd4f5");
    }

    @Test
    void titleAndVersionStayOnOneLine() {
        assertThat(Provenance.of(Path.of("a"), BYTES, Documents.yaml("info: {title: \"A\\nB\", version: 2}"), "")
                        .comment())
                .contains("Source: A B 2\n");
    }

    private static Provenance of(String name, String before) {
        return Provenance.of(Path.of(name), BYTES, Documents.yaml("info: {}"), before);
    }
}
