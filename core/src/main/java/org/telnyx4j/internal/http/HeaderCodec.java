package org.telnyx4j.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2PseudoRequestHeaders;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.hpack.HPackException;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one HTTP/2 connection, compressed with HttpCore's HPACK. What is private or differs from request to
 * request is marked as never to be kept in a table, here or by anybody on the way. Each direction has its state: the
 * encoder is for one thread, the decoder for another.
 */
final class HeaderCodec {
    /** The largest list of headers that is read, in bytes as RFC 9113 counts them. */
    static final int LONGEST_LIST = 256 * 1024;

    private static final int TABLE_BYTES = 4096;
    private static final int OVERHEAD_BYTES = 32;
    private static final int FIRST_BYTES = 512;
    private static final Charset BYTES = StandardCharsets.US_ASCII;

    /** Those that are the same in each request, and private to nobody. */
    private static final Set<String> INDEXED = Set.of("user-agent", "accept", "accept-encoding", "content-type");

    /** Those of HTTP/1.1 that are about its connection, and the host, which has another name. */
    private static final Set<String> LEFT_OUT = Set.of(
            "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "host", "te", "expect");

    private final HPackEncoder encoder;
    private final HPackDecoder decoder;

    HeaderCodec() {
        try {
            encoder = new HPackEncoder(TABLE_BYTES, BYTES);
            decoder = new HPackDecoder(TABLE_BYTES, BYTES);
        } catch (LinkageError e) {
            throw new IllegalStateException("HttpCore is too old for HTTP/2, which was checked before", e);
        }
    }

    /** Returns the headers of a request as HTTP/2 has them. */
    static List<Header> headers(ClassicHttpRequest request) {
        List<Header> headers = new ArrayList<>();
        headers.add(new BasicHeader(H2PseudoRequestHeaders.METHOD, request.getMethod()));
        headers.add(new BasicHeader(H2PseudoRequestHeaders.SCHEME, URIScheme.HTTPS.id));
        headers.add(new BasicHeader(H2PseudoRequestHeaders.AUTHORITY, authority(request)));
        headers.add(new BasicHeader(H2PseudoRequestHeaders.PATH, request.getPath(), true));
        for (Header header : request.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!LEFT_OUT.contains(name)) {
                headers.add(new BasicHeader(name, header.getValue(), !INDEXED.contains(name)));
            }
        }
        return headers;
    }

    private static String authority(ClassicHttpRequest request) {
        Header host = request.getFirstHeader(HttpHeaders.HOST);
        return host == null ? String.valueOf(request.getAuthority()) : host.getValue();
    }

    private static long sizeOf(Header header) {
        int value = header.getValue() == null ? 0 : header.getValue().length();
        return (long) header.getName().length() + value + OVERHEAD_BYTES;
    }

    /** Lets the encoder keep no more than the server allows. */
    void limitTable(int bytes) {
        encoder.setMaxTableSize(Math.min(TABLE_BYTES, bytes));
    }

    /** Compresses headers, in the order in which they are written to the connection. */
    ByteArrayBuffer encode(List<Header> headers) throws IOException {
        ByteArrayBuffer block = new ByteArrayBuffer(FIRST_BYTES);
        encoder.encodeHeaders(block, headers, true);
        return block;
    }

    /**
     * Reads a whole block.
     *
     * @param block the block
     * @return the headers, or null if there are more than are read; what comes later can be read all the same
     * @throws Http2ErrorException if it cannot be read, and nothing after it either
     */
    @Nullable
    List<Header> decode(ByteBuffer block) throws Http2ErrorException {
        List<Header> headers = new ArrayList<>();
        long size = 0;
        try {
            while (block.hasRemaining()) {
                Header header = decoder.decodeHeader(block);
                if (header == null) {
                    break;
                }
                size += sizeOf(header);
                if (size <= LONGEST_LIST) {
                    headers.add(header);
                }
            }
        } catch (HPackException | RuntimeException e) {
            // Its words can quote a header.
            throw new Http2ErrorException(H2Error.COMPRESSION_ERROR, "The headers cannot be decompressed");
        }
        return size <= LONGEST_LIST ? headers : null;
    }
}
