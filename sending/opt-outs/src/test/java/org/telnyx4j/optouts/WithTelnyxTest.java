package org.telnyx4j.optouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.SandboxEvent;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** A client with opt-outs against the sandbox, which keeps opt-outs as Telnyx does. */
class WithTelnyxTest {
    private static final String ANN = "+12125550123";
    private static final String BOB = "+12125550124";
    private static final String NUMBER = "+14165550199";

    private final InMemoryOptOutStore store = new InMemoryOptOutStore();
    private final OptOuts optOuts = OptOuts.builder(store).build();
    private TelnyxSandbox sandbox;
    private Telnyx telnyx;
    private String profile;

    @BeforeEach
    void start() {
        sandbox = TelnyxSandbox.start();
        profile = sandbox.messagingProfiles().add("Alerts").id();
        sandbox.numbers().own(NUMBER, profile);
        telnyx = client(optOuts);
    }

    @AfterEach
    void stop() {
        telnyx.close();
        sandbox.close();
    }

    private Telnyx client(OptOuts guard) {
        return Telnyx.builder()
                .baseUrl(sandbox.baseUrl().toString())
                .apiKey(sandbox.apiKey())
                .from(NUMBER)
                .sendGuard(guard)
                .build();
    }

    private static OutgoingMessage to(String recipient) {
        return OutgoingMessage.builder().to(recipient).text("Hello").build();
    }

    private TelnyxException refused(String recipient) {
        TelnyxException error = catchThrowableOfType(
                TelnyxException.class, () -> telnyx.messages().send(to(recipient)));
        assertThat(error).isNotNull();
        assertThat(error.isOptedOut()).isTrue();
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        return error;
    }

    private long sends() {
        return sandbox.requests().stream()
                .map(ReceivedRequest::method)
                .filter("POST"::equals)
                .count();
    }

    /** Hears all events that the sandbox has sent. */
    private void hearAll() {
        for (SandboxEvent event : sandbox.webhooks().events()) {
            optOuts.own()
                    .hear(Events.parse("{\"data\":{\"event_type\":\"" + event.type() + "\",\"id\":\"" + event.id()
                            + "\",\"occurred_at\":\"" + event.occurredAt() + "\",\"payload\":" + event.payload()
                            + "}}"));
        }
    }

    @Test
    void aStopIsHeardBeforeTheWireAndAStartToo() {
        telnyx.messages().send(to(ANN));
        sandbox.receiveSms(ANN, NUMBER, "Stop");
        hearAll();
        assertThat(refused(ANN).httpStatus()).isEmpty();
        assertThat(sends()).isEqualTo(1);
        telnyx.messages().send(to(BOB));

        sandbox.receiveSms(ANN, NUMBER, "unstop");
        hearAll();
        telnyx.messages().send(to(ANN));
        assertThat(sends()).isEqualTo(3);
    }

    @Test
    void whatWasMissedIsLearntByOneRefusal() {
        sandbox.receiveSms(ANN, NUMBER, "STOP");
        assertThat(refused(ANN).httpStatus()).hasValue(400);
        assertThat(refused(ANN).httpStatus()).isEmpty();
        assertThat(sends()).isEqualTo(1);
    }

    @Test
    void theListOfTheAccountIsLoadedWithoutRedaction() {
        sandbox.optOuts().optOut(profile, NUMBER, ANN);
        sandbox.optOuts().optOut(profile, NUMBER, BOB);
        assertThat(optOuts.own().load(telnyx)).isEqualTo(new OptOutLoad(2, 2, 0));
        assertThat(optOuts.own().load(telnyx)).isEqualTo(new OptOutLoad(2, 0, 0));
        assertThat(optOuts.own().load(telnyx, Instant.now().plusSeconds(3_600))).isEqualTo(new OptOutLoad(0, 0, 0));
        assertThat(sandbox.requests().get(0).query()).contains("redaction_enabled=false");
        assertThat(refused(BOB).httpStatus()).isEmpty();
        assertThat(sends()).isZero();
        assertThat(store.find("", List.of(ANN)))
                .extracting(OptOutRecord::source)
                .containsExactly(OptOutSource.LIST);
    }

    @Test
    void aSenderOfAnotherProfileGoesOnOnceItsProfileIsKnown() {
        String other = sandbox.messagingProfiles().add("Other").id();
        sandbox.optOuts().optOut(other, "+14165550777", ANN);
        optOuts.own().load(telnyx);
        assertThat(refused(ANN).httpStatus()).isEmpty();
        telnyx.messages().send(to(BOB));
        telnyx.messages().send(to(ANN));
        assertThat(sends()).isEqualTo(2);
    }
}
