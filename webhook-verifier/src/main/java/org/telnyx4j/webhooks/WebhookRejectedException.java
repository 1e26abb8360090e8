package org.telnyx4j.webhooks;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a webhook was refused, and why. Its message holds nothing that the request said, so it is safe to log and
 * to send back.
 */
public final class WebhookRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final @Nullable String header;

    WebhookRejectedException(RejectionReason reason, @Nullable String header, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.header = header;
    }

    /**
     * Returns why it was refused.
     *
     * @return the reason
     */
    public RejectionReason reason() {
        return reason;
    }

    /**
     * Returns the header that is to blame.
     *
     * @return its name in lower case, or empty when no single header is
     */
    public Optional<String> header() {
        return Optional.ofNullable(header);
    }
}
