package org.telnyx4j.benchmarks.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.databases.PostgresServer;

/**
 * The proof in small, so that each build runs it; {@code scripts/prove-outbox} is the same with more texts and more kills.
 * It is mostly waiting. Skipped where no PostgreSQL can be started.
 */
class OutboxProofTest {
    @Test
    void eachTextIsSentOnceWhateverIsKilled() throws Exception {
        OutboxProof.Result result;
        try (PostgresServer postgres = PostgresServer.createOrSkip()) {
            result = new OutboxProof(OutboxProofOptions.SMALL, false, System.out).run(postgres);
        }

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict().isClean())
                .as("%s", result.verdict().lines())
                .isTrue();
        assertThat(result.verdict().settled()).isPositive();
        assertThat(result.events()).isNotEmpty();
    }
}
