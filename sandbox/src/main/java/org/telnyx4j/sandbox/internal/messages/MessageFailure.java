package org.telnyx4j.sandbox.internal.messages;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;

/**
 * How a message is going to fail.
 *
 * @param code Telnyx's error code, or {@link #UNCONFIRMED}
 */
record MessageFailure(String code) {
    /** Stands for a delivery that nobody confirms, which has no error code. */
    static final String UNCONFIRMED = "00000";

    private static final Pattern MAGIC_NUMBER = Pattern.compile("\\+150055([0-9]{5})");
    private static final Pattern MAGIC_PROFILE = Pattern.compile(".*\\[([0-9]{5})]");
    private static final String EXPIRED_IN_QUEUE = "40014";
    private static final String EXPIRED_ON_THE_WAY = "40005";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("40001", "Not routable"),
            Map.entry("40002", "Blocked as spam - temporary"),
            Map.entry("40003", "Blocked as spam - permanent"),
            Map.entry("40004", "Rejected by destination"),
            Map.entry(EXPIRED_ON_THE_WAY, "Message expired during transmission"),
            Map.entry("40006", "Recipient server unavailable"),
            Map.entry("40008", "Undeliverable message"),
            Map.entry("40009", "Invalid message body"),
            Map.entry("40010", "Not 10DLC registered"),
            Map.entry("40011", "Too many requests"),
            Map.entry("40012", "Invalid messaging destination number"),
            Map.entry("40013", "Invalid messaging source number"),
            Map.entry(EXPIRED_IN_QUEUE, "Message expired in queue"),
            Map.entry("40015", "Blocked as spam - internal"),
            Map.entry("40016", "T-Mobile 10DLC sending limit reached"));

    MessageFailure {
        if (!code.matches("[0-9]{5}")) {
            throw new IllegalArgumentException("an error code has 5 digits, such as 40008");
        }
    }

    /** Returns the failure that a recipient's number stands for. */
    static Optional<MessageFailure> ofNumber(String number) {
        Matcher magic = MAGIC_NUMBER.matcher(number);
        return magic.matches() ? Optional.of(new MessageFailure(magic.group(1))) : Optional.empty();
    }

    /** Returns the failure that a messaging profile's name ends with, in brackets. */
    static Optional<MessageFailure> ofProfile(String name) {
        Matcher magic = MAGIC_PROFILE.matcher(name);
        return magic.matches() ? Optional.of(new MessageFailure(magic.group(1))) : Optional.empty();
    }

    static String titleOf(String code) {
        return TITLES.getOrDefault(code, "Delivery failed");
    }

    /** Whether the API refuses the message at once. */
    boolean isRefusal() {
        return code.startsWith("403");
    }

    /** Whether the message fails before it is sent. */
    boolean isBeforeSending() {
        return code.compareTo("40009") >= 0 && code.compareTo("40099") <= 0;
    }

    /** Returns the status that the message ends in. */
    String status() {
        return switch (code) {
            case UNCONFIRMED -> "delivery_unconfirmed";
            case EXPIRED_IN_QUEUE, EXPIRED_ON_THE_WAY -> "expired";
            default -> isBeforeSending() ? "sending_failed" : "delivery_failed";
        };
    }

    ApiFailure refusal() {
        ErrorCode known = Arrays.stream(ErrorCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(ErrorCode.BAD_REQUEST);
        return new ApiFailure(ErrorEntry.of(known.status(), code, "The sandbox was told to refuse this message."));
    }
}
