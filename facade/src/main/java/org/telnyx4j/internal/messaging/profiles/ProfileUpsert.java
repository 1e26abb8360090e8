package org.telnyx4j.internal.messaging.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.internal.validation.Validator;
import org.telnyx4j.internal.validation.Violation;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;

/** Ensures that there is one profile of a name with certain settings. One object for each call, for one thread. */
final class ProfileUpsert {
    /** Waits before each check for a profile whose creation is unconfirmed: what is late shows soon, or hardly ever. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1_000), Duration.ofMillis(2_500));

    private static final int NOT_FOUND = 404;
    /** How often a profile is looked for because of which a creation was refused. */
    private static final int CHECKS_IF_TAKEN = 2;
    /** How often a profile that this client knows is looked for once more before it counts as removed. */
    private static final int CHECKS_BY_ID = 3;

    private final TelnyxClient client;
    private final Composite operation;
    private final CreateMessagingProfileRequest profile;
    private final Stopwatch watch;
    private final RecentProfiles recent;

    /**
     * Prepares the work.
     *
     * @param client the client of the operation
     * @param operation the operation, whose time is that of all the work
     * @param profile what the profile is to have, with its name
     */
    ProfileUpsert(TelnyxClient client, Composite operation, CreateMessagingProfileRequest profile) {
        this.client = client;
        this.operation = operation;
        this.profile = profile;
        this.watch = operation.watch();
        this.recent = new RecentProfiles(operation.client());
    }

    MessagingProfileChange run() {
        String name = check();
        Object accountAndName = List.of(operation.client().apiKey(operation.name()), name);
        return client.oneAtATime(operation.name(), accountAndName, watch, () -> {
            Optional<MessagingProfileResult> listed = find(name, watch::left);
            Optional<MessagingProfileResult> found =
                    recent.find(name).map(noted -> current(noted, listed)).orElse(listed);
            return found.isPresent() ? update(found.get()) : create(name, accountAndName);
        });
    }

    /** Checks all but what only a new profile needs, and returns the name. */
    private String check() {
        ProfileFields.checkOfCreation(operation.client(), operation.name(), profile);
        String name = profile.getName();
        for (Violation violation : Validator.checkAll(profile)) {
            if (name == null || !isMissing(violation)) {
                throw client.errors().localCheck(operation.name(), violation.field(), violation.problem());
            }
        }
        String problem = findable(String.valueOf(name));
        if (problem != null) {
            throw client.errors()
                    .localCheck(
                            operation.name(),
                            ProfileFields.NAME,
                            problem + ", was " + Mask.content(String.valueOf(name)));
        }
        return String.valueOf(name);
    }

    private boolean isMissing(Violation violation) {
        return profile.type().fields().find(violation.field()) != null && !profile.has(violation.field());
    }

    /** A name that Telnyx could keep in another form would not be found again, and be created anew each time. */
    private static @Nullable String findable(String name) {
        boolean plain = !isSpace(name.codePointAt(0))
                && !isSpace(name.codePointBefore(name.length()))
                && name.chars().noneMatch(Character::isISOControl);
        return plain
                ? TextRules.wellFormed(name)
                : "must not begin or end with a space, and have no control characters";
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private Optional<MessagingProfileResult> find(String name, Supplier<Duration> time) {
        try {
            return ProfileCalls.findByName(operation.client(), name, time);
        } catch (TelnyxException e) {
            throw step(e, Outcome.NOT_CARRIED_OUT);
        }
    }

    /**
     * Returns the profile as it is now, of which this client knows more than a list that lags behind.
     *
     * @param noted as this client left it
     * @param listed as the list shows it, if it does
     */
    private Optional<MessagingProfileResult> current(
            MessagingProfileResult noted, Optional<MessagingProfileResult> listed) {
        if (listed.filter(noted::equals).isPresent()) {
            return listed;
        }
        boolean isListed = listed.filter(shown -> shown.id().equals(noted.id())).isPresent();
        Optional<MessagingProfileResult> retrieved =
                retrieve(noted.id()).filter(profile -> profile.name().equals(noted.name()));
        if (retrieved.isEmpty()) {
            recent.forget(noted);
            return isListed ? Optional.empty() : listed;
        }
        if (listed.isPresent() && !isListed) {
            throw ProfileCalls.ambiguous(client, operation.name(), listed.get(), retrieved.get());
        }
        return retrieved.map(recent::note);
    }

    /** Retrieves a profile. What is not found a moment after it was created may be found a moment later. */
    private Optional<MessagingProfileResult> retrieve(String id) {
        for (int check = 0; ; check++) {
            try {
                TelnyxClient step = operation.client();
                return Optional.of(ProfileCalls.result(
                        step,
                        new MessagingProfilesApi(step)
                                .retrieveMessagingProfileWithHttpInfo(id, RequestOptions.none())));
            } catch (TelnyxException e) {
                if (e.httpStatus().orElse(0) != NOT_FOUND) {
                    throw step(e, Outcome.NOT_CARRIED_OUT);
                }
                if (check == CHECKS_BY_ID) {
                    return Optional.empty();
                }
                waitFor(WAITS.get(check), e);
            }
        }
    }

    private void waitFor(Duration wait, TelnyxException missing) {
        try {
            if (watch.waitFor(wait)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw step(missing, Outcome.NOT_CARRIED_OUT);
    }

    private MessagingProfileChange create(String name, Object accountAndName) {
        Violation violation = Validator.check(profile);
        if (violation != null) {
            throw client.errors().localCheck(operation.name(), violation.field(), violation.problem());
        }
        Duration unconfirmed = client.unconfirmed(accountAndName).orElse(null);
        if (unconfirmed != null) {
            throw mayYetBeCreated(name, unconfirmed);
        }
        try {
            // Half of the time is kept back for checking the name, should there be no response.
            TelnyxClient half = operation.client(watch.left().dividedBy(2));
            MessagingProfileResult created = ProfileCalls.result(
                    half,
                    new MessagingProfilesApi(half).createMessagingProfileWithHttpInfo(profile, RequestOptions.none()));
            return new MessagingProfileChange(Kind.CREATED, recent.note(created));
        } catch (TelnyxException e) {
            if (e.outcome() == Outcome.NOT_CARRIED_OUT) {
                return adoptTaken(name, e, accountAndName);
            }
            MessagingProfileResult created = findCreated(name, e);
            if (created == null) {
                client.noteUnconfirmed(accountAndName);
                throw client.errors()
                        .withReference(
                                step(e, e.outcome()), name, "look for a profile of this name before trying again");
            }
            return adopt(recent.note(created));
        }
    }

    /**
     * Takes the profile because of which the creation was refused: the list has not shown it before, so it was created a
     * moment ago, by another process or by the very request of which a copy was refused.
     */
    private MessagingProfileChange adoptTaken(String name, TelnyxException refusal, Object accountAndName) {
        MessagingProfileResult found = null;
        boolean isKnown = !NameTaken.isReasonOf(refusal);
        try {
            for (int check = 0; found == null && check < CHECKS_IF_TAKEN && NameTaken.isReasonOf(refusal); check++) {
                if (!watch.waitFor(WAITS.get(check))) {
                    break;
                }
                found = find(name, watch::forOneCheck).orElse(null);
                isKnown = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TelnyxException e) {
            refusal.addSuppressed(e);
        }
        if (found != null) {
            return adopt(recent.note(found));
        }
        if (isKnown) {
            throw step(refusal, Outcome.NOT_CARRIED_OUT);
        }
        client.noteUnconfirmed(accountAndName);
        ErrorDetails.Builder details = ErrorDetails.builder(operation.name(), Outcome.UNKNOWN, Advice.FIND_OUT_FIRST)
                .problem("the profile was refused as one that exists already, and whether this very request has created"
                        + " it could not be checked")
                .remedy("look for a profile of this name before trying again")
                .errors(refusal.errors())
                .reference(name);
        refusal.httpStatus().ifPresent(details::httpStatus);
        throw client.errors().ofSteps(details.build(), refusal);
    }

    /** An earlier call gave up, but a slow server may still do what it was asked: a second request would double it. */
    private TelnyxException mayYetBeCreated(String name, Duration unconfirmed) {
        ErrorDetails details = ErrorDetails.builder(operation.name(), Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
                .problem("an earlier request for a profile of this name had no response and may yet be carried out, so"
                        + " another one could create a second profile")
                .remedy("try again after " + Math.max(1, unconfirmed.toSeconds()) + " s")
                .retryAfter(unconfirmed)
                .reference(name)
                .build();
        return client.errors().ofSteps(details, null);
    }

    /**
     * Finds out whether a profile was created. There was none of the name before.
     *
     * @return the profile, or null if none has shown up
     */
    private @Nullable MessagingProfileResult findCreated(String name, TelnyxException lost) {
        Duration asked = Duration.ZERO;
        for (Duration wait : WAITS) {
            try {
                // An interrupted thread can send nothing more, and wants to stop.
                if (Thread.currentThread().isInterrupted()
                        || !watch.waitFor(asked.compareTo(wait) > 0 ? asked : wait)) {
                    return null;
                }
                asked = Duration.ZERO;
                Optional<MessagingProfileResult> found = find(name, watch::forOneCheck);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (TelnyxException e) {
                if (e.httpStatus().isEmpty() && e instanceof TelnyxValidationException) {
                    // Two of the name: one of them is most likely the one that was to be created.
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

    /** Takes a profile that was created in the meantime: ours, or that of somebody else with other settings. */
    private MessagingProfileChange adopt(MessagingProfileResult found) {
        MessagingProfileChange change = update(found);
        return change.kind() == Kind.UNCHANGED ? new MessagingProfileChange(Kind.CREATED, change.profile()) : change;
    }

    /** Gives a profile the settings that it does not have yet. */
    private MessagingProfileChange update(MessagingProfileResult found) {
        Map<String, @Nullable Object> given = profile.toMap();
        Map<String, @Nullable Object> present = found.toMap();
        if (ProfileFields.holds(given, present)) {
            return new MessagingProfileChange(Kind.UNCHANGED, found);
        }
        given.forEach((field, value) -> {
            if (ProfileFields.isOnlyOfCreation(field) && !ProfileFields.holds(field, value, present.get(field))) {
                throw client.errors()
                        .refused(
                                operation.name(),
                                field,
                                field + " is not what profile " + found.id()
                                        + " has, and can be set only when a profile is created",
                                "leave it out, or give the profile another name");
            }
        });
        UpdateMessagingProfileRequest request = ProfileFields.update(given, present);
        try {
            TelnyxClient step = operation.client();
            MessagingProfileResult updated = ProfileCalls.result(
                    step,
                    new MessagingProfilesApi(step)
                            .updateMessagingProfileWithHttpInfo(found.id(), request, RequestOptions.none()));
            return new MessagingProfileChange(Kind.UPDATED, recent.note(updated));
        } catch (TelnyxException e) {
            throw step(e, e.outcome());
        }
    }

    private TelnyxException step(TelnyxException failure, Outcome outcome) {
        return client.errors().ofStep(operation.name(), failure, outcome);
    }
}
