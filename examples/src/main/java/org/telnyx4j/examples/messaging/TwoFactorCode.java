package org.telnyx4j.examples.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;

/** Sends a code by text and checks what a person types: six digits, good for ten minutes, five tries, one use. */
final class TwoFactorCode {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    private record Pending(String code, Instant until, int tries) {}

    private final TelnyxOperations telnyx;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    TwoFactorCode(TelnyxOperations telnyx, Clock clock) {
        this.telnyx = telnyx;
        this.clock = clock;
    }

    /**
     * Sends a code. If it is unknown whether it was sent, the code counts: a second one would confuse a person who gets
     * both, and who gets none asks for another.
     */
    void send(String phoneNumber) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        pending.put(phoneNumber, new Pending(code, clock.instant().plus(VALID), TRIES));
        try {
            telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .to(phoneNumber)
                            .text(code + " is your code. Give it to nobody.")
                            .build());
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                pending.remove(phoneNumber);
                throw e;
            }
        }
    }

    boolean check(String phoneNumber, String typed) {
        boolean[] right = {false};
        pending.computeIfPresent(phoneNumber, (number, code) -> {
            if (clock.instant().isAfter(code.until())) {
                return null;
            }
            // Takes the same time for each wrong code.
            right[0] = MessageDigest.isEqual(
                    code.code().getBytes(UTF_8), typed.strip().getBytes(UTF_8));
            return right[0] || code.tries() == 1 ? null : new Pending(code.code(), code.until(), code.tries() - 1);
        });
        return right[0];
    }
}
