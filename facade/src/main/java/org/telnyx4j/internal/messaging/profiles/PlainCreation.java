package org.telnyx4j.internal.messaging.profiles;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.internal.time.CallWindow;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;

/**
 * Creates a profile by one request. If it is refused because there is one like it, that can be the fate of a copy which a
 * gateway made, so the profile is looked for by its name before the refusal is believed. For one thread.
 */
final class PlainCreation {
    private final Composite operation;
    private final ErrorFactory errors;
    private final CreateMessagingProfileRequest profile;
    private final CallWindow window;

    PlainCreation(Composite operation, ErrorFactory errors, CreateMessagingProfileRequest profile) {
        this.operation = operation;
        this.errors = errors;
        this.profile = profile;
        this.window = new CallWindow(errors.now());
    }

    MessagingProfileResult run() {
        TelnyxClient first = operation.firstClient();
        try {
            return ProfileCalls.result(
                    first,
                    new MessagingProfilesApi(first).createMessagingProfileWithHttpInfo(profile, RequestOptions.none()));
        } catch (TelnyxException e) {
            String name = profile.getName();
            if (name == null || !NameTaken.isReasonOf(e)) {
                throw e;
            }
            return original(name, e);
        }
    }

    private MessagingProfileResult original(String name, TelnyxException refusal) {
        Optional<MessagingProfileResult> found;
        try {
            found = ProfileCalls.findByName(operation.client(), name);
        } catch (TelnyxException e) {
            // Not least that there are two of the name.
            refusal.addSuppressed(e);
            throw unknown(name, refusal);
        }
        if (found.isEmpty()) {
            throw refusal;
        }
        OffsetDateTime createdAt = found.get().createdAt().orElse(null);
        boolean isLike = ProfileFields.holds(profile.toMap(), found.get().toMap());
        return switch (isLike ? window.of(createdAt) : otherwise(createdAt)) {
            case SINCE -> found.get();
            case BEFORE -> throw refusal;
            case UNCLEAR -> throw unknown(name, refusal);
        };
    }

    /** One that is not like it may have been changed since, but is hardly the one that was created. */
    private CallWindow.Created otherwise(@Nullable OffsetDateTime createdAt) {
        CallWindow.Created created = window.of(createdAt);
        return created == CallWindow.Created.SINCE ? CallWindow.Created.UNCLEAR : created;
    }

    private TelnyxException unknown(String name, TelnyxException refusal) {
        ErrorDetails.Builder details = ErrorDetails.builder(operation.name(), Outcome.UNKNOWN, Advice.FIND_OUT_FIRST)
                .problem("the profile was refused as one that exists already, and whether this very request has created"
                        + " that one is not known")
                .remedy("look at the profiles of this name before trying again")
                .errors(refusal.errors())
                .reference(name)
                .requestId(refusal.requestId().orElse(null));
        refusal.httpStatus().ifPresent(details::httpStatus);
        return errors.ofSteps(details.build(), refusal);
    }
}
