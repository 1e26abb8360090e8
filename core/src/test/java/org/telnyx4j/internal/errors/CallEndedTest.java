package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.head;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Calls;

class CallEndedTest {
    private static final ErrorFactory FACTORY = new ErrorFactory(Clock.systemUTC());

    @Test
    void aCallThatIsOverHasItsOwnAdvice() {
        for (String code : new String[] {"90018", "85001"}) {
            TelnyxException error = FACTORY.fromResponse(
                    Calls.of("calls.hangup", Idempotency.DEDUPLICATED), head(422), Responses.error(code));
            assertThat(error).isInstanceOf(TelnyxApiException.class);
            assertThat(error.isCallEnded()).isTrue();
            assertThat(error)
                    .hasMessage("calls.hangup failed: HTTP 422, " + code
                            + " A title. It was not carried out; there is nothing to do, the call is over.");
        }
        assertThat(FACTORY.fromResponse(
                                Calls.of("calls.hangup", Idempotency.DEDUPLICATED), head(422), Responses.error("90034"))
                        .isCallEnded())
                .isFalse();
    }
}
