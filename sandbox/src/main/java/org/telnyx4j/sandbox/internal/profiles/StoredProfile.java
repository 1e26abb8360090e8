package org.telnyx4j.sandbox.internal.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.ShortCode;
import org.telnyx4j.sandbox.SandboxMessagingProfile;

/** A messaging profile at one point of its life. */
public record StoredProfile(MessagingProfile settings, List<ShortCode> shortCodes) implements SandboxMessagingProfile {

    public StoredProfile {
        shortCodes = List.copyOf(shortCodes);
    }

    @Override
    public String id() {
        return Objects.requireNonNull(settings.getId(), "id");
    }

    @Override
    public String name() {
        return Objects.requireNonNullElse(settings.getName(), "");
    }

    /** Returns when it was created; long ago where nobody knows. */
    Instant createdAt() {
        return settings.getCreatedAt() == null
                ? Instant.EPOCH
                : settings.getCreatedAt().toInstant();
    }

    @Override
    public String toString() {
        return "SandboxMessagingProfile[" + id() + ", " + name() + "]";
    }
}
