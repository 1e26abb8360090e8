package org.telnyx4j.events;

import org.telnyx4j.generated.model.ReplacedLinkClickEvent;
import org.telnyx4j.internal.events.EventBody;

/**
 * {@code link_clicked}: somebody opened a link that Telnyx had shortened in a message. It has no id, so duplicates of it
 * cannot be told from a second click, other than by the payload's time.
 */
public final class MessageLinkClicked extends TypedEvent<ReplacedLinkClickEvent> implements WebhookEvent {
    MessageLinkClicked(EventBody body) {
        super(body, ReplacedLinkClickEvent.class);
    }
}
