package org.telnyx4j.internal.messaging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.profiles.ProfileAccount.Creation;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;
import org.telnyx4j.testing.FakeTime;

/** A profile is not reported as refused where a gateway sent the request twice and only the copy was refused. */
class CopiedCreationsTest {
    private static final CreateMessagingProfileRequest SUPPORT = CreateMessagingProfileRequest.builder()
            .name("Support")
            .whitelistedDestinations(List.of("CA"))
            .build();

    private final FakeTime time = FakeTime.frozen();
    private ProfileAccount account;
    private ClientResources resources;
    private DefaultMessagingProfiles profiles;

    @BeforeEach
    void start() throws IOException {
        account = new ProfileAccount();
        resources = new ClientResources(
                account.baseUrl(),
                HttpOptions.builder().build(),
                null,
                FakeSleeper.source(time),
                new Telemetry(null, true, List.of()),
                Map.of());
        CallSettings own = new CallSettings(() -> "key", Duration.ofSeconds(30), RetryOptions.defaults());
        profiles = new DefaultMessagingProfiles(new TelnyxClient(resources, own, null));
    }

    @AfterEach
    void stop() {
        resources.close();
        account.close();
    }

    @Test
    void theProfileIsTakenThoughTheCopyIsRefused() {
        account.creation(Creation.MADE_AND_COPY_REFUSED);
        MessagingProfileChange change = profiles.createOrUpdate(SUPPORT);

        assertThat(change.kind()).isEqualTo(Kind.CREATED);
        assertThat(change.profile().id()).isEqualTo(account.id());
    }

    @Test
    void aListThatCannotBeReadLeavesTheOutcomeUnknown() {
        account.creation(Creation.MADE_AND_COPY_REFUSED).listsThatFailAfterCreation(1_000);
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> profiles.createOrUpdate(SUPPORT));

        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.reference()).contains("Support");
    }

    @Test
    void aTrueRefusalIsThrownAsItIsAfterTwoLookups() {
        account.creation(Creation.REFUSED_AS_TAKEN);
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> profiles.createOrUpdate(SUPPORT));

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.httpStatus()).hasValue(409);
        assertThat(account.requests().stream().filter(request -> request.startsWith("GET")))
                .hasSize(3);
        assertThat(time.sleeps()).hasSize(2);
    }

    @Test
    void aRefusalForAnotherReasonIsNotLookedInto() {
        account.creation(Creation.REFUSED);
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> profiles.create(SUPPORT));

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(account.requests()).hasSize(1);
    }

    @Test
    void aPlainCreationFindsItsProfileToo() {
        account.creation(Creation.MADE_AND_COPY_REFUSED);

        assertThat(profiles.create(SUPPORT).id()).isEqualTo(account.id());
    }

    @Test
    void aPlainCreationIsRefusedWhereTheProfileIsAnOldOneOrThereIsNone() {
        account.creation(Creation.REFUSED_AS_TAKEN);
        assertThat(outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);

        account.creation(Creation.ANSWERED);
        profiles.create(SUPPORT);
        time.clock().set(Instant.now().plus(Duration.ofDays(1)));
        account.creation(Creation.REFUSED_AS_TAKEN);
        assertThat(outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
    }

    @Test
    void aPlainCreationIsUnknownWhereTheProfileMayBeItsOwn() {
        profiles.create(SUPPORT);
        time.clock().set(Instant.now().plus(Duration.ofMinutes(1)));
        account.creation(Creation.REFUSED_AS_TAKEN);
        assertThat(outcome()).isEqualTo(Outcome.UNKNOWN);

        account.listsThatFailAfterCreation(1_000);
        assertThat(outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private Outcome outcome() {
        return catchThrowableOfType(TelnyxException.class, () -> profiles.create(SUPPORT))
                .outcome();
    }
}
