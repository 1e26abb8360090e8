package org.telnyx4j.internal.messaging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;

/**
 * Sees to it that there is a profile of a name with certain settings. One object for each time, for one thread.
 */
final class ProfileUpsert {
    private static final Operation OPERATION = DefaultMessagingProfiles.CREATE_OR_UPDATE;

    /** Waits before each look for a profile whose making was not answered: what is late shows soon, or hardly ever. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1_000), Duration.ofMillis(2_500));

    private final DefaultMessagingProfiles profiles;
    private final View view;
    private final ProfileRules rules;
    private final MessagingProfileSettings settings;
    private final RequestOptions options;
    private final SettingsLayer merged;
    private final Sleeper sleeper;
    private final Stopwatch watch;

    /**
     * Prepares the work.
     *
     * @param profiles sends
     * @param view what it is run on
     * @param sleeper waits between looks
     * @param settings what the profile shall have, with its name
     * @param options the call's options, whose timeout is for all of the work
     */
    ProfileUpsert(
            DefaultMessagingProfiles profiles,
            View view,
            Sleeper sleeper,
            MessagingProfileSettings settings,
            RequestOptions options) {
        this.profiles = profiles;
        this.view = view;
        this.rules = new ProfileRules(view.errors());
        this.settings = settings;
        this.options = options;
        this.merged = view.merge(SettingsLayer.EMPTY, options);
        this.sleeper = sleeper;
        this.watch = new Stopwatch(sleeper, Objects.requireNonNull(merged.timeout(), "the built-in timeout"));
    }

    MessagingProfileChange run() {
        rules.checkCreateOrUpdate(OPERATION, settings);
        List<String> accountAndName = List.of(view.apiKey(OPERATION, merged), name());
        return view.oneAtATime(OPERATION, accountAndName, watch, () -> {
            Optional<MessagingProfileResult> found = look(watch::left);
            return found.isPresent() ? bring(found.get()) : make(accountAndName);
        });
    }

    private Optional<MessagingProfileResult> look(Supplier<Duration> time) {
        try {
            return profiles.findByName(name(), () -> SettingsLayer.within(time.get(), merged), options);
        } catch (TelnyxException e) {
            throw step(e, Outcome.NOT_CARRIED_OUT);
        }
    }

    private MessagingProfileChange make(Object accountAndName) {
        rules.checkNew(OPERATION, settings);
        Duration doubt = view.doubtAbout(accountAndName, sleeper.nanoTime()).orElse(null);
        if (doubt != null) {
            throw mayYetBeMade(doubt);
        }
        try {
            // Half of the time is kept back for looking the name up, should the answer not come.
            SettingsLayer half = SettingsLayer.within(watch.left().dividedBy(2), merged);
            return new MessagingProfileChange(Kind.CREATED, profiles.create(settings, half, options));
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                throw step(e, Outcome.NOT_CARRIED_OUT);
            }
            MessagingProfileResult made = lookFor(e);
            if (made == null) {
                view.doubt(accountAndName, sleeper.nanoTime());
                throw view.errors()
                        .withReference(
                                step(e, e.outcome()), name(), "look for a profile of this name before trying again");
            }
            return adopt(made);
        }
    }

    /** An earlier call gave up, but a server that was slow may still do what it was asked: a second request doubles it. */
    private TelnyxException mayYetBeMade(Duration doubt) {
        ErrorDetails details = ErrorDetails.builder(OPERATION.name(), Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
                .problem("an earlier request for a profile of this name was not answered and may yet be carried out, so"
                        + " another one could make a second profile")
                .remedy("try again after " + Math.max(1, doubt.toSeconds()) + " s")
                .retryAfter(doubt)
                .reference(name())
                .build();
        return view.errors().ofSteps(details, null);
    }

    /**
     * Finds out what became of a request to make a profile. There was none of the name before.
     *
     * @return the profile, or null if none has shown
     */
    private @Nullable MessagingProfileResult lookFor(TelnyxException lost) {
        Duration asked = Duration.ZERO;
        for (Duration wait : WAITS) {
            try {
                // An interrupted thread can send nothing more, and wants to stop.
                if (Thread.currentThread().isInterrupted()
                        || !watch.waitFor(asked.compareTo(wait) > 0 ? asked : wait)) {
                    return null;
                }
                asked = Duration.ZERO;
                Optional<MessagingProfileResult> found = look(watch::forOneLook);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (TelnyxException e) {
                if (e.httpStatus().isEmpty() && e instanceof TelnyxValidationException) {
                    // Two of the name: one of them is most likely the one that was to be made.
                    TelnyxException ambiguous = step(e, Outcome.UNKNOWN);
                    ambiguous.addSuppressed(lost);
                    throw ambiguous;
                }
                asked = e.retryAfter().orElse(Duration.ZERO);
                lost.addSuppressed(e);
            }
        }
        return null;
    }

    /** Takes a profile that came to be in the meantime: ours, or that of somebody with other settings in mind. */
    private MessagingProfileChange adopt(MessagingProfileResult found) {
        MessagingProfileChange change = bring(found);
        return change.kind() == Kind.UNCHANGED ? new MessagingProfileChange(Kind.CREATED, change.profile()) : change;
    }

    /** Gives a profile the settings that it does not have yet. */
    private MessagingProfileChange bring(MessagingProfileResult found) {
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
                                        + " has, and can be set only when a profile is made",
                                "leave it out, or give the profile another name");
            }
            given.remove(field);
        }
        given.remove(ProfileRules.NAME);
        ProfileJson.keepOpenParts(given, present);
        UpdateMessagingProfileRequest request = view.convert(given, UpdateMessagingProfileRequest.class);
        try {
            SettingsLayer left = SettingsLayer.within(watch.left(), merged);
            return new MessagingProfileChange(
                    Kind.UPDATED, profiles.send(found.id(), request, rules.privateTexts(settings), left, options));
        } catch (TelnyxException e) {
            throw step(e, e.outcome());
        }
    }

    private TelnyxException step(TelnyxException failure, Outcome outcome) {
        return view.errors().ofStep(OPERATION.name(), failure, outcome);
    }

    private String name() {
        return String.valueOf(settings.fields().get(ProfileRules.NAME));
    }
}
