package org.telnyx4j.internal.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;

/**
 * Reads responses up to a limit of bytes. A body that breaks off is part of the response, so that status and headers are
 * not lost. One that was compressed on the way is decoded, and its headers are then those of a plain one.
 *
 * @param maxBodyBytes the largest body that is read, in bytes, before and after decoding; a larger one is refused, not
 *     read
 */
record ResponseReader(int maxBodyBytes) {
    private static final int FIRST_BUFFER_BYTES = 2048;

    /** A server may announce more than it sends: nothing large is allocated on its word alone. */
    private static final int LARGEST_FIRST_BUFFER_BYTES = 16 * 1024;

    /** Who has sent a part of what was announced is trusted with this many times as much. */
    private static final int TRUST = 64;

    /** Reads a response and ends it: its connection is free for others if it was read to its end, and cut if not. */
    RawResponse readAndClose(ClassicHttpResponse response) {
        try {
            return read(response);
        } finally {
            cut(response);
        }
    }

    /** Returns the headers of a response, each name followed by its value. */
    static String[] headers(HttpResponse response) {
        return namesAndValues(response.getHeaders());
    }

    /** Returns the version of HTTP as the semantic conventions write it, or null where it is not known. */
    static @Nullable String httpVersion(HttpResponse response) {
        ProtocolVersion version = response.getVersion();
        if (version == null) {
            return null;
        }
        return switch (version.getMajor()) {
            case 1 -> version.getMinor() == 0 ? "1.0" : "1.1";
            case 2 -> "2";
            default -> null;
        };
    }

    private static String[] namesAndValues(Header... headers) {
        String[] namesAndValues = new String[headers.length * 2];
        for (int i = 0; i < headers.length; i++) {
            String value = headers[i].getValue();
            namesAndValues[2 * i] = headers[i].getName();
            namesAndValues[2 * i + 1] = value == null ? "" : value;
        }
        return namesAndValues;
    }

    /** HttpCore's messages quote the bytes that it stumbled over, which may be private. */
    static IOException withoutQuotes(String problem, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        IOException quiet = new IOException(problem + " (" + cause.getClass().getSimpleName() + ")");
        quiet.setStackTrace(cause.getStackTrace());
        return quiet;
    }

    private RawResponse read(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response(response, null, null);
        }
        ContentDecoder.Coding coding = coding(response, entity);
        if (coding != null || entity.getContentEncoding() == null) {
            // It is decoded, here or by an application's own client.
            response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        }
        long length = entity.getContentLength();
        if (length > maxBodyBytes) {
            return response(response, null, new BodyTooLargeException(maxBodyBytes));
        }
        int firstBytes = length >= 0 ? (int) Math.min(length, LARGEST_FIRST_BUFFER_BYTES) : FIRST_BUFFER_BYTES;
        byte[] buffer = new byte[Math.min(firstBytes, maxBodyBytes)];
        int read = 0;
        try {
            InputStream encoded = entity.getContent();
            InputStream content =
                    coding == null ? encoded : new ContentDecoder(new Limited(encoded, maxBodyBytes), coding);
            while (true) {
                if (read == buffer.length) {
                    int next = content.read();
                    if (next < 0) {
                        // The end was reached, so closing gives the connection back instead of cutting it.
                        content.close();
                        return response(response, buffer, null);
                    }
                    if (read == maxBodyBytes) {
                        return response(response, null, new BodyTooLargeException(maxBodyBytes));
                    }
                    buffer = Arrays.copyOf(buffer, larger(read, length));
                    buffer[read++] = (byte) next;
                } else {
                    int count = content.read(buffer, read, buffer.length - read);
                    if (count < 0) {
                        content.close();
                        return response(response, Arrays.copyOf(buffer, read), null);
                    }
                    read += count;
                }
            }
        } catch (BodyTooLargeException e) {
            return response(response, null, e);
        } catch (ZipException | EOFException e) {
            // Of a decoder, here or in an application's own client: HttpCore has others for a body that breaks off.
            return response(response, null, new UndecodableBodyException(e));
        } catch (MalformedChunkCodingException e) {
            IOException failure = withoutQuotes("The response's body breaks the chunked coding", e);
            return response(response, Arrays.copyOf(buffer, read), failure);
        } catch (IOException e) {
            return response(response, Arrays.copyOf(buffer, read), e);
        }
    }

    /** Up to what was announced at once, or else twice as much as there is. */
    private int larger(int read, long announced) {
        long next = announced > read ? Math.min(announced, (long) read * TRUST) : Math.max(256L, read * 2L);
        return (int) Math.min(maxBodyBytes, next);
    }

    /** Returns null where there is no coding, more than one, or one that cannot be decoded: then the body stays as it is. */
    private static ContentDecoder.@Nullable Coding coding(HttpResponse response, HttpEntity entity) {
        boolean isSingle = response.countHeaders(HttpHeaders.CONTENT_ENCODING) == 1;
        return isSingle ? ContentDecoder.Coding.of(entity.getContentEncoding()) : null;
    }

    /**
     * Cuts the connection unless the response was read to its end and gave it back already. An ordinary close would
     * first read all the rest, and fail where there is less of it than announced.
     */
    private static void cut(ClassicHttpResponse response) {
        if (response instanceof ModalCloseable closeable) {
            closeable.close(CloseMode.IMMEDIATE);
        } else {
            Closer.closeQuietly(response);
        }
    }

    private static RawResponse response(
            ClassicHttpResponse response, byte @Nullable [] body, @Nullable IOException bodyFailure) {
        return new RawResponse(response.getCode(), headers(response), body, bodyFailure, httpVersion(response));
    }

    /** A compressed body, of which no more than the limit is read: a lot of it can decode to nothing. */
    private static final class Limited extends FilterInputStream {
        private final int limit;
        private long left;

        private Limited(InputStream in, int limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws BodyTooLargeException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLargeException(limit);
            }
        }
    }
}
