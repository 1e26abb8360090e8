package org.telnyx4j.spring.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the client and a tenant can both have. */
interface Sender {
    @Nullable
    String apiKey();

    @Nullable
    String from();

    @Nullable
    String messagingProfileId();

    @Nullable
    String webhookUrl();

    @Nullable
    String webhookFailoverUrl();

    @Nullable
    String connectionId();

    @Nullable
    Boolean correlateSends();

    @Nullable
    Duration timeout();

    TelnyxProperties.Retries retries();
}
