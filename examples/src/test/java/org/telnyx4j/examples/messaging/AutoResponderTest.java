package org.telnyx4j.examples.messaging;

import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.examples.WebhookEndpoint;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.WebhookDisorder;
import org.telnyx4j.sandbox.junit.TelnyxSandboxTest;

@TelnyxSandboxTest
class AutoResponderTest {
    private static final String PERSON = "+14165550123";
    private static final String OURS = SandboxAccount.NUMBERS.get(1);

    private final TelnyxSandbox sandbox;
    private final WebhookEndpoint endpoint;

    AutoResponderTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        AutoResponder responder =
                new AutoResponder(telnyx, Map.of("HOURS", "We are here from nine to five."), "Text HOURS.");
        this.endpoint = new WebhookEndpoint(sandbox, responder.router(Runnable::run));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aKeywordGetsItsReplyFromTheNumberThatWasTexted() {
        sandbox.receiveSms(PERSON, OURS, " hours ");
        sandbox.awaitIdle();

        assertThat(sandbox)
                .sentSms()
                .to(PERSON)
                .from(OURS)
                .withText("We are here from nine to five.")
                .once();
    }

    @Test
    void aTextWhoseWebhookComesTwiceGetsOneReply() {
        sandbox.webhooks().disorder(WebhookDisorder.NONE.copies(2));

        sandbox.receiveSms(PERSON, OURS, "hello");
        sandbox.awaitIdle();

        assertThat(sandbox).sentSms().to(PERSON).withText("Text HOURS.").once();
    }

    @Test
    void stopGetsNoReplyAndNothingIsSentUntilStart() {
        sandbox.receiveSms(PERSON, OURS, "STOP");
        sandbox.awaitIdle();
        sandbox.receiveSms(PERSON, OURS, "hours");
        sandbox.awaitIdle();
        assertThat(sandbox).sentNothing().deliveredAllWebhooks();

        sandbox.receiveSms(PERSON, OURS, "START");
        sandbox.receiveSms(PERSON, OURS, "hours");
        sandbox.awaitIdle();
        assertThat(sandbox).sentSms().to(PERSON).once();
    }
}
