package org.telnyx4j.sandbox.internal.calls;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.HttpHandler;
import org.telnyx4j.sandbox.internal.http.HttpRequest;
import org.telnyx4j.sandbox.internal.http.HttpResponse;
import org.telnyx4j.sandbox.internal.time.Timeline;

/** Serves recordings, which are silent, at URLs that can be used for ten minutes. Safe for concurrent use. */
public final class Recordings implements HttpHandler {
    /** Below it are the recordings. */
    public static final String PATH = "/_sandbox/recordings/";

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_SECONDS = 60;
    private static final int RATE = 8_000;
    private static final int MP3_FRAME = 417;
    private static final double MP3_FRAMES_PER_SECOND = 38.28;

    private final Timeline timeline;
    private final Supplier<String> origin;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    private record Recording(String format, Duration length, Instant expiresAt) {}

    /** Takes the sandbox's scheme, host and port, which are known once its server runs. */
    public Recordings(Timeline timeline, Supplier<String> origin) {
        this.timeline = timeline;
        this.origin = origin;
    }

    /** Keeps a recording, and returns its URL. */
    synchronized String add(String format, Duration length) {
        String name = UUID.randomUUID() + "." + format;
        recordings.put(name, new Recording(format, length, timeline.now().plus(LIFETIME)));
        return origin.get() + PATH + name;
    }

    /** Forgets all recordings. */
    public synchronized void clear() {
        recordings.clear();
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Recording recording = find(request.path().substring(PATH.length()));
        if (recording == null) {
            return text(404, "There is no such recording.");
        }
        if (!timeline.now().isBefore(recording.expiresAt())) {
            return text(403, "The URL of this recording has expired.");
        }
        int seconds =
                (int) Math.max(1, Math.min(MOST_SECONDS, recording.length().toSeconds()));
        return recording.format().equals("wav")
                ? HttpResponse.of(200, "audio/wav", wav(seconds))
                : HttpResponse.of(200, "audio/mpeg", mp3(seconds));
    }

    private synchronized @Nullable Recording find(String name) {
        return recordings.get(name);
    }

    private static HttpResponse text(int status, String text) {
        return HttpResponse.of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Silence in 8-bit PCM. */
    private static byte[] wav(int seconds) {
        int length = RATE * seconds;
        ByteBuffer file = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        file.putShort((short) 1).putShort((short) 8);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        while (file.hasRemaining()) {
            file.put((byte) 128);
        }
        return file.array();
    }

    /** Frames of MPEG-1 Layer III, 128 kbit/s at 44.1 kHz, with nothing in them. */
    private static byte[] mp3(int seconds) {
        int frames = (int) Math.ceil(seconds * MP3_FRAMES_PER_SECOND);
        byte[] file = new byte[frames * MP3_FRAME];
        for (int at = 0; at < file.length; at += MP3_FRAME) {
            file[at] = (byte) 0xFF;
            file[at + 1] = (byte) 0xFB;
            file[at + 2] = (byte) 0x90;
            file[at + 3] = (byte) 0x64;
        }
        return file;
    }
}
