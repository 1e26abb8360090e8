package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.generated.model.OutgoingMessage;

/** What the command prints, and with what it ends. */
class OutboxCommandTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return OutboxCommand.run(
                List.of(arguments),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void theTableHasALineForEachTenantAndOneForAll() {
        OutboxStatus status = new OutboxStatus(
                NOW,
                List.of(
                        new OutboxStatus.TenantStatus("", Map.of(JobState.READY, 12L), Map.of()),
                        new OutboxStatus.TenantStatus(
                                "acme",
                                Map.of(JobState.READY, 3L, JobState.DELIVERY_FAILED, 1_234_567_890_123L),
                                Map.of())),
                7,
                NOW.minusSeconds(95));

        assertThat(OutboxCommand.table(status)).isEqualTo("""
                tenant     READY DELIVERY_FAILED
                -             12               0
                acme           3   1234567890123
                all           15   1234567890123
                due: 7, the oldest for 95 s
                """);
    }

    @Test
    void aStateOfANewerEditionHasAColumnOfItsOwnName() {
        OutboxStatus status = new OutboxStatus(
                NOW,
                List.of(
                        new OutboxStatus.TenantStatus("", Map.of(JobState.SENT, 1L), Map.of()),
                        new OutboxStatus.TenantStatus("acme", Map.of(JobState.OTHER, 5L), Map.of("REVIEWED", 5L))),
                0,
                null);

        assertThat(OutboxCommand.table(status)).isEqualTo("""
                tenant      SENT  REVIEWED
                -              1         0
                acme           0         5
                all            1         5
                due: 0
                """);
    }

    @Test
    void anEmptyOutboxHasNoTable() {
        assertThat(OutboxCommand.table(new OutboxStatus(NOW, List.of(), 0, null)))
                .isEqualTo("There are no jobs.\ndue: 0\n");
    }

    @Test
    void itReadsADatabase() {
        try (TestDatabase database = TestDatabase.h2()) {
            OutboxSchema.apply(database.dataSource());
            try (Outbox outbox = Outbox.builder(database.dataSource()).build()) {
                outbox.enqueue(OutboxJob.of(OutgoingMessage.builder()
                                .to("+14165550123")
                                .text("Hello")
                                .build())
                        .build());
            }
            assertThat(run(Map.of("TELNYX4J_DATABASE_USER", database.user()), "status", database.url()))
                    .isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .startsWith("tenant     READY\n-              1\ndue: 1, the oldest for ");
            assertThat(err.size()).isZero();
        }
    }

    @Test
    void aDatabaseWithoutTablesAndOneThatIsNotThereNameWhatToDo() {
        try (TestDatabase database = TestDatabase.h2()) {
            assertThat(run(Map.of("TELNYX4J_DATABASE_USER", "sa"), "status", database.url()))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("OutboxSchema.apply(dataSource)");
        }
        err.reset();
        assertThat(run(
                        Map.of("TELNYX4J_DATABASE_USER", "sa", "TELNYX4J_DATABASE_PASSWORD", "the-password"),
                        "status",
                        "jdbc:postgresql://127.0.0.1:1/shop?password=the-other"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot be reached")
                .doesNotContain("the-password", "the-other");
        assertThat(out.size()).isZero();
    }

    @Test
    void wrongArgumentsGetTheUsage() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "status")).isEqualTo(2);
        assertThat(run(Map.of(), "drop", "jdbc:h2:mem:")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: status <JDBC URL");
    }
}
