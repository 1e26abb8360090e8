package org.telnyx4j.sandbox.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxConnection;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;
import org.telnyx4j.sandbox.internal.numbers.OwnedNumber;
import org.telnyx4j.sandbox.internal.numbers.References;
import org.telnyx4j.sandbox.internal.profiles.ProfileStore;
import org.telnyx4j.sandbox.internal.profiles.StoredProfile;

/** What requests may refer to: the profiles, connections and numbers that the account has. */
public final class Account implements References {
    private final ProfileStore profiles;
    private final ConnectionStore connections;
    private final NumberStore numbers;
    private final boolean anySender;
    private final boolean anyConnection;

    /**
     * Takes what the account has.
     *
     * @param anySender whether messages and calls may come from numbers that it doesn't have
     * @param anyConnection whether connections that it doesn't have may be used
     */
    public Account(
            ProfileStore profiles,
            ConnectionStore connections,
            NumberStore numbers,
            boolean anySender,
            boolean anyConnection) {
        this.profiles = profiles;
        this.connections = connections;
        this.numbers = numbers;
        this.anySender = anySender;
        this.anyConnection = anyConnection;
    }

    /** Returns whether messages and calls may come from numbers that the account doesn't have. */
    public boolean acceptsAnySender() {
        return anySender;
    }

    /** Returns the number of the account with this phone number. */
    public Optional<OwnedNumber> number(String phoneNumber) {
        return numbers.byPhoneNumber(phoneNumber);
    }

    /** Returns the numbers that are assigned to a profile, oldest first. */
    public List<OwnedNumber> numbersOf(String profileId) {
        return numbers.snapshot().stream()
                .filter(number ->
                        number.messagingProfileId().filter(profileId::equals).isPresent())
                .toList();
    }

    /** Returns a profile of the account. */
    public Optional<StoredProfile> profile(String id) {
        return profiles.get(id);
    }

    @Override
    public boolean hasProfile(String id) {
        return profile(id).isPresent();
    }

    @Override
    public @Nullable String profileName(String id) {
        return profile(id).map(StoredProfile::name).orElse(null);
    }

    @Override
    public @Nullable String connectionName(String id) {
        return connections.find(id).map(SandboxConnection::name).orElse(null);
    }

    /** Returns whether a connection may be used. */
    public boolean hasConnection(String id) {
        return anyConnection || connections.find(id).isPresent();
    }

    @Override
    public void require(@Nullable String profileId, @Nullable String connectionId) {
        List<ErrorEntry> errors = new ArrayList<>();
        if (profileId != null && !profileId.isEmpty() && !hasProfile(profileId)) {
            errors.add(ErrorEntry.of(ErrorCode.NO_SUCH_RESOURCE, "There is no messaging profile with this id.")
                    .at("/messaging_profile_id"));
        }
        if (connectionId != null && !connectionId.isEmpty() && !hasConnection(connectionId)) {
            errors.add(ErrorEntry.of(ErrorCode.NO_SUCH_RESOURCE, "There is no connection with this id.")
                    .at("/connection_id"));
        }
        if (!errors.isEmpty()) {
            throw new ApiFailure(errors);
        }
    }
}
