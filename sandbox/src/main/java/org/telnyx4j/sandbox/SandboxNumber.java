package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettings;

/**
 * A phone number of the account, as it stood when it was asked for. Immutable and safe for concurrent use.
 *
 * <p>{@code toString()} shows the id and not the phone number.
 */
public interface SandboxNumber {

    /** Returns the id under which the API serves the number, a decimal number. */
    String id();

    /** Returns the phone number in E.164. */
    String phoneNumber();

    /** Returns the messaging profile that the number is assigned to. */
    Optional<String> messagingProfileId();

    /** Returns the connection or Call Control application of the number. */
    Optional<String> connectionId();

    /** Returns the reference that an order or an update gave the number. */
    Optional<String> customerReference();

    /** Returns the tags; a list that can't be changed. */
    List<String> tags();

    /** Returns the voice settings as the API responds with them. */
    PhoneNumberVoiceSettings voiceSettings();
}
