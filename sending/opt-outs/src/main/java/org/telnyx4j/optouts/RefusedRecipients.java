package org.telnyx4j.optouts;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.messaging.SendRequest;

/** Finds for whom Telnyx has refused a message, since an error of a group names its members in words alone. */
final class RefusedRecipients {
    private RefusedRecipients() {}

    /**
     * Returns who has opted out.
     *
     * @return the only recipient; of a group those whom the error names, and nobody where it names none: the others want messages
     */
    static List<String> of(SendRequest request, TelnyxException refusal) {
        List<String> recipients = request.recipients();
        if (recipients.size() == 1) {
            return recipients;
        }
        return recipients.stream()
                .filter(recipient -> refusal.errors().stream()
                        .filter(error -> TelnyxException.OPTED_OUT.equals(error.code()))
                        .anyMatch(error -> names(error, recipient, recipients.indexOf(recipient))))
                .toList();
    }

    private static boolean names(TelnyxError error, String recipient, int place) {
        Pattern number = Pattern.compile(Pattern.quote(recipient) + "(?![0-9])");
        return ("/to/" + place).equals(error.pointer())
                || number.matcher(Objects.requireNonNullElse(error.detail(), ""))
                        .find();
    }
}
