package org.telnyx4j.sandbox.internal.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.telnyx4j.sandbox.SandboxNumber;

/**
 * A number of the account at one point of its life. Of its settings it keeps only those that were changed, so
 * that an account can have a hundred thousand numbers.
 *
 * @param details what differs from a new number's details and messaging settings; never written to
 * @param voice what differs from a new number's voice settings; never written to
 */
record OwnedNumber(
        String id, String phoneNumber, Instant purchasedAt, Instant updatedAt, ObjectNode details, ObjectNode voice)
        implements SandboxNumber {

    OwnedNumber withDetails(ObjectNode changes, Instant now) {
        return new OwnedNumber(id, phoneNumber, purchasedAt, now, NumberJson.merge(details, changes), voice);
    }

    OwnedNumber withVoice(ObjectNode changes, Instant now) {
        return new OwnedNumber(id, phoneNumber, purchasedAt, now, details, NumberJson.merge(voice, changes));
    }

    /** Returns a changed detail that is a string; empty if it was never set, or to null. */
    Optional<String> detail(String name) {
        return Optional.ofNullable(details.path(name).textValue());
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
        return StreamSupport.stream(details.path("tags").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public JsonNode voiceSettings() {
        return NumberJson.voice(this);
    }

    @Override
    public String toString() {
        return "SandboxNumber[" + id + "]";
    }
}
