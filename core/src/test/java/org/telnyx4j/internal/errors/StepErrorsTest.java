package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;
import org.telnyx4j.internal.headers.ResponseHead;

class StepErrorsTest {
    private static final ErrorFactory ERRORS = new ErrorFactory(Clock.systemUTC());
    private static final Call STEP = Calls.of("things.step", Idempotency.NOT_IDEMPOTENT);

    @ParameterizedTest
    @ValueSource(ints = {200, 303, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503})
    void theWholeFailsAsItsStepDidAndSaysWhichStepItWas(int status) {
        TelnyxException step = answer(status);
        TelnyxException whole = ERRORS.ofStep("things.whole", step, Outcome.NOT_CARRIED_OUT);

        assertThat(whole).isInstanceOf(step.getClass()).hasCause(step);
        assertThat(whole.operation()).isEqualTo("things.whole");
        assertThat(whole.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(whole.advice()).isNotEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(whole.httpStatus()).isEqualTo(step.httpStatus());
        assertThat(whole.errors()).isEqualTo(step.errors());
        assertThat(whole.requestId()).isEqualTo(step.requestId()).contains("request-1");
        assertThat(whole.retryAfter()).isEqualTo(step.retryAfter());
        assertThat(whole)
                .hasMessageStartingWith("things.whole failed: its step things.step failed: HTTP " + status)
                .hasMessageContaining("It was not carried out");
    }

    @Test
    void whatWasCarriedOutIsNotToBeRepeated() {
        TelnyxException whole = ERRORS.ofStep("things.whole", answer(503), Outcome.CARRIED_OUT);
        assertThat(whole.advice()).isEqualTo(Advice.DO_NOT_RETRY);
    }

    @Test
    void fieldAndStageAreKept() {
        TelnyxException step = ERRORS.localCheck("things.step", "name", "must not be blank");
        TelnyxException whole = ERRORS.ofStep("things.whole", step, Outcome.NOT_CARRIED_OUT);
        assertThat(((TelnyxValidationException) whole).field()).contains("name");

        TelnyxException late = ERRORS.deadlineExceeded(STEP, FailureStage.CONNECT, Duration.ofSeconds(1), null);
        TelnyxNetworkException network =
                (TelnyxNetworkException) ERRORS.ofStep("things.whole", late, Outcome.NOT_CARRIED_OUT);
        assertThat(network.stage()).isEqualTo(FailureStage.CONNECT);
        assertThat(network.failure()).isEqualTo(NetworkFailure.DEADLINE);
    }

    @Test
    void theErrorOfTheWholeIsNotWrappedInItself() {
        TelnyxException whole = ERRORS.ofStep("things.whole", answer(503), Outcome.NOT_CARRIED_OUT);
        assertThat(ERRORS.ofStep("things.whole", whole, Outcome.NOT_CARRIED_OUT))
                .isSameAs(whole);
        TelnyxException other = ERRORS.ofStep("things.whole", whole, Outcome.UNKNOWN);
        assertThat(other.getMessage()).containsOnlyOnce("its step");
        assertThat(other.getCause()).isSameAs(whole.getCause());
    }

    @Test
    void aReferenceIsAddedAndNothingElseIsLost() {
        TelnyxException lost = answer(503);
        lost.addSuppressed(new IllegalStateException());
        TelnyxException richer = ERRORS.withReference(lost, "reference-1", "look for it");

        assertThat(richer).isInstanceOf(lost.getClass());
        assertThat(richer.reference()).contains("reference-1");
        assertThat(richer).hasMessageContaining("; look for it.");
        assertThat(richer.getMessage()).doesNotContain("reference-1");
        assertThat(richer.requestId()).contains("request-1");
        assertThat(richer.getStackTrace()).isEqualTo(lost.getStackTrace());
        assertThat(richer.getSuppressed()).hasSize(1);
        assertThat(richer.details().toBuilder().build().reference()).contains("reference-1");
    }

    private static TelnyxException answer(int status) {
        ResponseHead head = new ResponseHead(
                status, name -> name.equals("x-request-id") ? "request-1" : name.equals("retry-after") ? "3" : null);
        byte[] body = "{\"errors\":[{\"code\":\"10015\",\"title\":\"No\",\"source\":{\"pointer\":\"/to\"}}]}"
                .getBytes(StandardCharsets.UTF_8);
        return ERRORS.fromResponse(STEP, head, body);
    }
}
