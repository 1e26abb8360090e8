package org.telnyx4j.voice;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * Collects the options of a command that calls a destination. Mutable, for one thread.
 *
 * @param <R> the generated request of the command
 * @param <B> the builder's own type
 */
public abstract class NewLegBuilder<R, B extends NewLegBuilder<R, B>> extends SipPeerBuilder<R, B> {
    private final Leg<R> leg;

    NewLegBuilder(
            Supplier<R> newRequest, BiConsumer<R, String> commandId, BiConsumer<R, String> clientState, Leg<R> leg) {
        super(newRequest, commandId, clientState, leg.peer());
        this.leg = leg;
    }

    /**
     * Sets the name beside the caller id.
     *
     * @param fromDisplayName at most 128 letters, digits, spaces and signs of {@code - _ ~ ! . +}
     * @return this builder
     */
    public final B fromDisplayName(String fromDisplayName) {
        Objects.requireNonNull(fromDisplayName, "fromDisplayName");
        return set("from_display_name", request -> leg.fromDisplayName().accept(request, fromDisplayName));
    }

    /**
     * Sets how long the new destination may ring. Telnyx assumes 30 seconds.
     *
     * @param ringTimeout 5 seconds to 10 minutes, rounded up to whole seconds
     * @return this builder
     */
    public final B ringTimeout(Duration ringTimeout) {
        int seconds = WireDurations.seconds(ringTimeout, "ringTimeout");
        return set("timeout_secs", request -> leg.ringSeconds().accept(request, seconds));
    }

    /**
     * Sets how long the leg may last after it is answered; then Telnyx hangs up. Telnyx assumes 4 hours.
     *
     * @param timeLimit 30 seconds to 4 hours, rounded up to whole seconds
     * @return this builder
     */
    public final B timeLimit(Duration timeLimit) {
        int seconds = WireDurations.seconds(timeLimit, "timeLimit");
        return set("time_limit_secs", request -> leg.limitSeconds().accept(request, seconds));
    }

    /**
     * Sets tones that are played as soon as the destination picks up, to reach an extension for instance.
     *
     * @param sendDigitsOnAnswer 1 to 64 of 0-9, A-D, {@code *}, {@code #}, {@code w} for half a second's pause and
     *     {@code W} for a full second
     * @return this builder
     */
    public final B sendDigitsOnAnswer(String sendDigitsOnAnswer) {
        Objects.requireNonNull(sendDigitsOnAnswer, "sendDigitsOnAnswer");
        return set("send_digits_on_answer", request -> leg.digitsOnAnswer().accept(request, sendDigitsOnAnswer));
    }

    /**
     * Sets where the events of this call go, in place of the Call Control application's own address. The defaults
     * of tenant and client are for messages and are not used.
     *
     * @param webhookUrl an http or https URL
     * @return this builder
     */
    public final B webhookUrl(String webhookUrl) {
        Objects.requireNonNull(webhookUrl, "webhookUrl");
        return set("webhook_url", request -> leg.webhookUrl().accept(request, webhookUrl));
    }

    /** How what is said of the new leg is put into a request. */
    record Leg<R>(
            Peer<R> peer,
            BiConsumer<R, String> fromDisplayName,
            BiConsumer<R, Integer> ringSeconds,
            BiConsumer<R, Integer> limitSeconds,
            BiConsumer<R, String> digitsOnAnswer,
            BiConsumer<R, String> webhookUrl) {}
}
