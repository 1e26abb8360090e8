package org.telnyx4j.internal.messaging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;

/** Sees to it that there is a profile of a name with certain settings. */
final class ProfileUpsert {
    private static final Operation OPERATION = DefaultMessagingProfiles.CREATE_OR_UPDATE;

    /** Waits before each look for a profile whose making was not answered: what is late shows soon, or hardly ever. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1_000), Duration.ofMillis(2_500));

    private final DefaultMessagingProfiles profiles;
    private final View view;
    private final ProfileRules rules;
    private final Sleeper sleeper;

    ProfileUpsert(DefaultMessagingProfiles profiles, View view, ProfileRules rules, Sleeper sleeper) {
        this.profiles = profiles;
        this.view = view;
        this.rules = rules;
        this.sleeper = sleeper;
    }

    MessagingProfileChange run(MessagingProfileSettings settings, RequestOptions options) {
        rules.checkCreateOrUpdate(OPERATION, settings);
        SettingsLayer merged = view.merge(SettingsLayer.EMPTY, options);
        return view.oneAtATime(OPERATION, merged, name(settings), () -> {
            Optional<MessagingProfileResult> found = profiles.findByName(name(settings), options);
            return found.isPresent() ? bring(found.get(), settings, options) : make(settings, options);
        });
    }

    private MessagingProfileChange make(MessagingProfileSettings settings, RequestOptions options) {
        rules.checkNew(OPERATION, settings);
        try {
            return new MessagingProfileChange(Kind.CREATED, profiles.create(settings, options));
        } catch (TelnyxException e) {
            // An interrupted thread can send nothing more, and wants to stop.
            if (e.outcome() == Outcome.NOT_CARRIED_OUT || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return lookFor(settings, options, e);
        }
    }

    /** Finds out what became of a request to make a profile. There was none of the name before. */
    private MessagingProfileChange lookFor(
            MessagingProfileSettings settings, RequestOptions options, TelnyxException lost) {
        for (Duration wait : WAITS) {
            Optional<MessagingProfileResult> found = Optional.empty();
            try {
                sleeper.sleep(wait);
                found = profiles.findByName(name(settings), options);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw lost;
            } catch (TelnyxValidationException ambiguous) {
                ambiguous.addSuppressed(lost);
                throw ambiguous;
            } catch (TelnyxException e) {
                lost.addSuppressed(e);
            }
            if (found.isPresent()) {
                return adopt(found.get(), settings, options);
            }
        }
        throw lost;
    }

    /** Takes a profile that came to be in the meantime: ours, or that of somebody with other settings in mind. */
    private MessagingProfileChange adopt(
            MessagingProfileResult found, MessagingProfileSettings settings, RequestOptions options) {
        MessagingProfileChange change = bring(found, settings, options);
        return change.kind() == Kind.UNCHANGED ? new MessagingProfileChange(Kind.CREATED, change.profile()) : change;
    }

    /** Gives a profile the settings that it does not have yet. */
    private MessagingProfileChange bring(
            MessagingProfileResult found, MessagingProfileSettings settings, RequestOptions options) {
        ObjectNode given = ProfileJson.of(settings.fields());
        JsonNode present = view.convert(found.raw(), ObjectNode.class);
        if (ProfileJson.holds(given, present)) {
            return new MessagingProfileChange(Kind.UNCHANGED, found);
        }
        for (String field : ProfileRules.ONLY_WHEN_MADE) {
            if (given.has(field) && !ProfileJson.holds(field, given.path(field), present.path(field))) {
                throw view.errors()
                        .refused(
                                OPERATION.name(),
                                field,
                                field + " is not what profile " + found.id()
                                        + " has, and can be set only when a profile" + " is made",
                                "leave it out, or give the profile another name");
            }
            given.remove(field);
        }
        given.remove(ProfileRules.NAME);
        ProfileJson.keepOpenParts(given, present);
        UpdateMessagingProfileRequest request = view.convert(given, UpdateMessagingProfileRequest.class);
        return new MessagingProfileChange(
                Kind.UPDATED, profiles.send(found.id(), request, rules.privateTexts(settings), options));
    }

    private static String name(MessagingProfileSettings settings) {
        return String.valueOf(settings.fields().get(ProfileRules.NAME));
    }
}
