package org.telnyx4j.sandbox.internal.numbers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettings;
import org.telnyx4j.sandbox.SandboxNumber;
import org.telnyx4j.sandbox.internal.api.PlainMaps;

/**
 * A number of the account at one point of its life. Of its settings it keeps only those that were changed, so
 * that an account can have a hundred thousand numbers.
 *
 * @param details what differs from a new number's details and messaging settings
 * @param voice what differs from a new number's voice settings
 */
public record OwnedNumber(
        String id,
        String phoneNumber,
        Instant purchasedAt,
        Instant updatedAt,
        Map<String, @Nullable Object> details,
        Map<String, @Nullable Object> voice)
        implements SandboxNumber {

    OwnedNumber withDetails(Map<String, @Nullable Object> changes, Instant now) {
        return new OwnedNumber(id, phoneNumber, purchasedAt, now, PlainMaps.merged(details, changes), voice);
    }

    OwnedNumber withVoice(Map<String, @Nullable Object> changes, Instant now) {
        return new OwnedNumber(id, phoneNumber, purchasedAt, now, details, PlainMaps.merged(voice, changes));
    }

    /** Returns a changed detail that is a string; empty if it was never set, or to nothing. */
    Optional<String> detail(String name) {
        return details.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    @Override
    public Optional<String> messagingProfileId() {
        return detail("messaging_profile_id");
    }

    @Override
    public Optional<String> connectionId() {
        return detail("connection_id");
    }

    @Override
    public Optional<String> customerReference() {
        return detail("customer_reference");
    }

    @Override
    public List<String> tags() {
        return details.get("tags") instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public PhoneNumberVoiceSettings voiceSettings() {
        return NumberModels.voice(this);
    }

    @Override
    public String toString() {
        return "SandboxNumber[" + id + "]";
    }
}
