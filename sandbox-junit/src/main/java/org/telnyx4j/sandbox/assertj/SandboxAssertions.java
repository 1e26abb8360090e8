package org.telnyx4j.sandbox.assertj;

import org.telnyx4j.sandbox.TelnyxSandbox;

/**
 * Where assertions on a sandbox begin.
 *
 * <pre>{@code
 * assertThat(sandbox).sentSms().to("+14165550123").containing("has left the warehouse").once();
 * assertThat(sandbox).ranCommand("transfer").with("to", "+14165550177");
 * assertThat(sandbox).deliveredWebhook("message.finalized");
 * assertThat(sandbox).refusedNothing();
 * }</pre>
 *
 * <p>What a webhook or a background thread brings on takes a moment: call {@link TelnyxSandbox#awaitIdle()} first.
 */
public final class SandboxAssertions {
    private SandboxAssertions() {}

    /**
     * Begins an assertion.
     *
     * @param sandbox what to check
     * @return assertions on it
     */
    public static SandboxAssert assertThat(TelnyxSandbox sandbox) {
        return new SandboxAssert(sandbox);
    }
}
