package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentDecoderTest {
    @Test
    void aMemberThatHasNotArrivedYetIsReadAsWell() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (String part : new String[] {"{\"text\":", "", "\"yes\"}"}) {
            try (OutputStream member = new GZIPOutputStream(members)) {
                member.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (ContentDecoder decoder =
                new ContentDecoder(new OneByOne(members.toByteArray()), ContentDecoder.Coding.GZIP)) {
            assertThat(new String(decoder.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"text\":\"yes\"}");
        }
    }

    /** Has one byte at a time, and never shows that there is another. */
    private static final class OneByOne extends FilterInputStream {
        OneByOne(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(1, length));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
