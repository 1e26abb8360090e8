package org.telnyx4j.events.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.TypedEvent;
import org.telnyx4j.events.UnknownEvent;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.messaging.MessageDelivery;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * Breaks bodies in every way and reads them. Some seconds long; {@code -Dtelnyx4j.fuzz.seconds=600} makes it longer, and
 * {@code -Dtelnyx4j.fuzz.seed} begins elsewhere.
 */
class ParserFuzzTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("telnyx4j.fuzz.seconds", 3));
    private static final long SEED = Long.getLong("telnyx4j.fuzz.seed", 4711);

    /** However slow the machine is. */
    private static final int FEWEST_ROUNDS = 2_000;

    /** One event takes less than a millisecond; this is for a machine that does something else at the time. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final List<String> SEEDS = List.of(
            Webhooks.answered("e1"),
            Webhooks.message("message.finalized", "e2", "delivered"),
            Webhooks.body("conference.ended", "e3", "{\"a\":[1,2.5,{\"b\":null}],\"c\":\"\u20ac\"}"),
            Webhooks.body("number_order.complete", "e4", "{\"phone_numbers\":[{\"phone_number\":\"+14165550150\"}]}"),
            "{\"data\":{\"record_type\":\"link_clicked\",\"url\":\"https://example.com\"}}",
            "CallSid=v3%3Aabc&CallStatus=in-progress&From=%2B14165550123");

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "-1e999999999",
            "1e400",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "=",
            "&",
            "%",
            "%2",
            "{\"data\":{",
            "\"payload\":",
            "\"event_type\":\"call.hangup\",",
            "[".repeat(300),
            "9".repeat(2_000),
            "{\"a\":".repeat(120),
            "\"to\":\"x\",");

    @Test
    void nothingThatIsSignedBreaksTheParser() {
        Random random = new Random(SEED);
        long end = System.nanoTime() + TIME.toNanos();
        int rounds = 0;
        int typed = 0;
        while (rounds < FEWEST_ROUNDS || System.nanoTime() < end) {
            byte[] body = broken(random);
            long before = System.nanoTime();
            try {
                if (readAll(body) instanceof TypedEvent<?>) {
                    typed++;
                }
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + SEED + ", round " + rounds + ": " + Arrays.toString(body), e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONGEST);
            rounds++;
        }
        // Else it would have looked at the outermost bracket only.
        assertThat(typed).isGreaterThan(rounds / 20).isLessThan(rounds);
    }

    private static WebhookEvent readAll(byte[] body) {
        WebhookEvent event = WebhookEvents.parse(Webhooks.verified(body));
        assertThat(event.type()).isNotEmpty();
        assertThat(event.id()).isNotNull();
        assertThat(event.occurredAt()).isNotNull();
        assertThat(event.attempt()).isNotNull();
        assertThat(event.deliveredTo()).isNotNull();
        assertThat(event.unreadableFields()).doesNotContainNull();
        assertThat(event.toString()).isNotEmpty();
        if (!(event instanceof TexmlCallback) && !(event instanceof UnreadableEvent)) {
            assertThat(WebhookEvents.fromJson(event.toJson()))
                    .hasSameClassAs(event)
                    .hasToString(event.toString());
        }
        if (event instanceof CallEvent call) {
            assertThat(call.callControlId()).isNotNull();
            assertThat(call.clientState()).isNotNull();
        } else if (event instanceof MessageEvent message) {
            assertThat(MessageDelivery.of(
                                    Objects.requireNonNullElse(message.message().getId(), ""))
                            .with(message))
                    .isNotNull();
        } else if (event instanceof NumberOrderEvent.Complete order) {
            assertThat(NumberOrderResult.fromMap(order.payload().toMap()).phoneNumbers())
                    .isNotNull();
        } else if (event instanceof UnknownEvent unknown) {
            assertThat(unknown.fields()).isNotNull();
        } else if (event instanceof TexmlCallback callback) {
            assertThat(callback.parameters()).isNotEmpty();
        }
        return event;
    }

    private static byte[] broken(Random random) {
        byte[] body = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        int times = random.nextInt(4);
        for (int i = 0; i < times && body.length > 0; i++) {
            int at = random.nextInt(body.length);
            switch (random.nextInt(6)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body = Arrays.copyOf(body, at);
                case 2 -> body = joined(body, at, piece(random), at);
                case 3 -> body = joined(body, at, piece(random), Math.min(body.length, at + random.nextInt(40)));
                case 4 -> body = joined(body, at, new byte[0], Math.min(body.length, at + random.nextInt(40)));
                default -> body = aValueReplaced(body, random);
            }
        }
        return body;
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Puts another value in the place of one, so that the whole stays JSON. */
    private static byte[] aValueReplaced(byte[] body, Random random) {
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(text.length()));
        int end = colon < 0 ? -1 : text.indexOf(',', colon);
        if (end < 0) {
            return body;
        }
        List<String> values =
                List.of("null", "true", "-1", "1e400", "\"\"", "[]", "{}", "[null]", "{\"a\":{}}", "\"x\"");
        return (text.substring(0, colon + 1) + values.get(random.nextInt(values.size())) + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] body, int until, byte[] piece, int from) {
        byte[] all = Arrays.copyOf(body, until + piece.length + body.length - from);
        System.arraycopy(piece, 0, all, until, piece.length);
        System.arraycopy(body, from, all, until + piece.length, body.length - from);
        return all;
    }
}
