package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.ForwardingType;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettings;
import org.telnyx4j.generated.model.UsagePaymentMethod;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.internal.privacy.Mask;

/** A number's settings for calls; {@link #raw()} has all of them. Immutable and safe for use by any number of threads. */
public final class NumberVoiceSettings extends Result<PhoneNumberVoiceSettings> {
    /**
     * Creates settings; applications need this for their tests only.
     *
     * @param raw the data of the response
     * @param response the response, or null for settings that were stored and read back
     */
    public NumberVoiceSettings(PhoneNumberVoiceSettings raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
    }

    /**
     * Reads settings that were stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the settings
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static NumberVoiceSettings fromJson(String json) {
        return new NumberVoiceSettings(PhoneNumberVoiceSettings.fromJson(json), null);
    }

    /**
     * Reads settings that were stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the settings
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NumberVoiceSettings fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new NumberVoiceSettings(PhoneNumberVoiceSettings.fromMap(fields), null);
    }

    /**
     * Returns Telnyx's id of the number.
     *
     * @return the id, blank in the unlikely case that Telnyx gave none
     */
    public PhoneNumberId id() {
        return new PhoneNumberId(Objects.requireNonNullElse(raw().getId(), ""));
    }

    /**
     * Returns the number.
     *
     * @return the number in E.164 form, or an empty string in the unlikely case that Telnyx gave none
     */
    public String phoneNumber() {
        return Objects.requireNonNullElse(raw().getPhoneNumber(), "");
    }

    /**
     * Returns the connection or Call Control application that its calls go to.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(raw().getConnectionId());
    }

    /**
     * Returns the reference of the customer.
     *
     * @return the reference, or empty where it has none
     */
    public Optional<String> customerReference() {
        return Optional.ofNullable(raw().getCustomerReference());
    }

    /**
     * Returns whether calls are forwarded.
     *
     * @return true if they are, all or some of them
     */
    public boolean isForwarding() {
        return forwarding().map(CallForwarding::getCallForwardingEnabled).orElse(false);
    }

    /**
     * Returns where calls are forwarded to, if forwarding is on.
     *
     * @return the number, or empty where none is set
     */
    public Optional<String> forwardsTo() {
        return forwarding().map(CallForwarding::getForwardsTo);
    }

    /**
     * Returns which calls are forwarded, if forwarding is on.
     *
     * @return all of them or those that fail, or empty where it is not set
     */
    public Optional<ForwardingType> forwardingType() {
        return forwarding().map(CallForwarding::getForwardingType);
    }

    /**
     * Returns how calls are billed.
     *
     * @return by minute or by channel, or empty where it is not set
     */
    public Optional<UsagePaymentMethod> usagePaymentMethod() {
        return Optional.ofNullable(raw().getUsagePaymentMethod());
    }

    private Optional<CallForwarding> forwarding() {
        return Optional.ofNullable(raw().getCallForwarding());
    }

    /** Shows ids, and part of the number. */
    @Override
    public String toString() {
        return "NumberVoiceSettings[id=" + id() + ", phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", connectionId="
                + connectionId().orElse("none") + ", forwarding=" + isForwarding() + "]";
    }
}
