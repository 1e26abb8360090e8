package org.telnyx4j.internal.messaging.profiles;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;

/**
 * The profiles that a client has created or changed lately, by the source of the API key and the name. A source that
 * returns another key after a while is still the same one.
 *
 * @param client the client, with the options of the call
 */
record RecentProfiles(TelnyxClient client) {
    private static final String KIND = "messaging_profile";

    /** Notes a profile as it is after it was created or changed. */
    MessagingProfileResult note(MessagingProfileResult profile) {
        Object thing = thing(profile.name());
        if (thing != null && !profile.id().isEmpty()) {
            client.noteWritten(thing, profile);
        }
        return profile;
    }

    /** Returns what a profile was when it was last noted. Whether it is still there is not known. */
    Optional<MessagingProfileResult> find(String name) {
        Object thing = thing(name);
        return thing == null
                ? Optional.empty()
                : client.written(thing)
                        .filter(MessagingProfileResult.class::isInstance)
                        .map(MessagingProfileResult.class::cast);
    }

    /** Forgets a profile, unless another one of its name was noted since. */
    void forget(MessagingProfileResult profile) {
        Object thing = thing(profile.name());
        boolean known = find(profile.name())
                .filter(noted -> noted.id().equals(profile.id()))
                .isPresent();
        if (thing != null && known) {
            client.forgetWritten(thing);
        }
    }

    private @Nullable Object thing(String name) {
        Supplier<String> keys = client.settings().apiKey();
        return keys == null || name.isEmpty() ? null : List.of(KIND, keys, name);
    }
}
