package org.telnyx4j.sandbox.junit;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Telnyx;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookVerifier;

/** A sandbox and what belongs to it; the client and the verifier are created when a test asks for them. */
final class SandboxFixture implements AutoCloseable {
    private final TelnyxSandbox sandbox;
    private final Function<TelnyxSandbox, Telnyx> clientOf;
    private final Consumer<TelnyxSandbox> seed;
    private @Nullable Telnyx client;
    private @Nullable WebhookVerifier verifier;
    private boolean seededByTheClass;
    /** Whether no test has used it since its last reset. */
    private boolean fresh = true;

    SandboxFixture(TelnyxSandbox sandbox, Function<TelnyxSandbox, Telnyx> clientOf, Consumer<TelnyxSandbox> seed) {
        this.sandbox = sandbox;
        this.clientOf = clientOf;
        this.seed = seed;
        seed.accept(sandbox);
    }

    TelnyxSandbox sandbox() {
        return sandbox;
    }

    synchronized Telnyx client() {
        if (client == null) {
            client = clientOf.apply(sandbox);
        }
        return client;
    }

    synchronized WebhookVerifier verifier() {
        if (verifier == null) {
            verifier = WebhookVerifier.builder()
                    .publicKey(sandbox.publicKey())
                    .clock(sandbox.clock().asClock())
                    .build();
        }
        return verifier;
    }

    synchronized void keepWhatTheClassPutsIn() {
        seededByTheClass = true;
    }

    /** Resets it unless that was done already for the same test, whose constructor may have put something in since. */
    synchronized void prepare() {
        if (!fresh && !seededByTheClass) {
            sandbox.reset();
            seed.accept(sandbox);
        }
        fresh = true;
    }

    synchronized void used() {
        fresh = false;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        sandbox.close();
    }
}
