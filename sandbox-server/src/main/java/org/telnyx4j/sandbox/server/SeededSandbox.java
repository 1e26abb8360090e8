package org.telnyx4j.sandbox.server;

import java.net.URI;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Starts a sandbox as the command line asks for it. */
final class SeededSandbox {
    private SeededSandbox() {}

    /**
     * Starts it. An account with a seed has what the seed says and nothing else.
     *
     * @throws IllegalArgumentException if the seed cannot be used
     * @throws IllegalStateException if the port is taken
     */
    static TelnyxSandbox start(ServerOptions options) {
        TelnyxSandbox.Builder builder = TelnyxSandbox.builder().port(options.port());
        options.apiKey().ifPresent(builder::apiKey);
        options.webhookUrl().map(URI::toString).ifPresent(builder::webhookUrl);
        options.seed().map(SeedFile::read).ifPresent(builder::seed);
        return builder.start();
    }
}
