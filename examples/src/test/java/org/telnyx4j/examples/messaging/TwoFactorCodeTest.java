package org.telnyx4j.examples.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.assertj.SandboxAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.junit.SandboxExtension;

class TwoFactorCodeTest {
    private static final String PHONE = "+14165550123";

    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.builder()
            .sandbox(sandbox -> sandbox.manualClock(Instant.parse("2026-03-02T09:00:00Z")))
            .build();

    private final TelnyxSandbox sandbox;
    private final TwoFactorCode codes;

    TwoFactorCodeTest(TelnyxSandbox sandbox, Telnyx telnyx) {
        this.sandbox = sandbox;
        this.codes = new TwoFactorCode(telnyx, sandbox.clock().asClock());
    }

    @Test
    void theCodeOfTheTextIsRightOnce() {
        codes.send(PHONE);

        assertThat(codes.check(PHONE, sentCode())).isTrue();
        assertThat(codes.check(PHONE, sentCode())).isFalse();
    }

    @Test
    void fiveWrongTriesEndIt() {
        codes.send(PHONE);
        String wrong = sentCode().equals("000000") ? "000001" : "000000";

        for (int i = 0; i < 5; i++) {
            assertThat(codes.check(PHONE, wrong)).isFalse();
        }
        assertThat(codes.check(PHONE, sentCode())).isFalse();
    }

    @Test
    void aCodeIsOldAfterTenMinutes() {
        codes.send(PHONE);

        sandbox.clock().advance(Duration.ofMinutes(10).plusMillis(1));

        assertThat(codes.check(PHONE, sentCode())).isFalse();
    }

    @Test
    void aCodeWhoseResponseWasLostCounts() {
        sandbox.failNext(Fault.responseLost());
        codes.send(PHONE);

        assertThat(sandbox).sentSms().to(PHONE).once();
        assertThat(codes.check(PHONE, sentCode())).isTrue();
    }

    @Test
    void aCodeThatWasNotSentDoesNotCount() {
        sandbox.messages().failTo(PHONE, "40300");

        assertThatThrownBy(() -> codes.send(PHONE)).isInstanceOf(TelnyxException.class);
        assertThat(sandbox).sentNothing();
    }

    private String sentCode() {
        return sandbox.messages().all().get(0).text().orElseThrow().substring(0, 6);
    }
}
