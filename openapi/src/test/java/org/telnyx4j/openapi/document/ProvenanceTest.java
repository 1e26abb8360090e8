package org.telnyx4j.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
