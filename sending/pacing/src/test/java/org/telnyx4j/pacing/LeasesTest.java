package org.telnyx4j.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;

/** An exchange for several limits of which the database carries out only the first ones. */
class LeasesTest {
    private static final Limit LIMIT = Limit.perSecond(4);
    private static final Duration RENEWAL = Duration.ofSeconds(1);

    private final TestDatabase database = TestDatabase.h2();
    private final FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
    private final SimulatedTime time = new SimulatedTime();
    private Leases leases;
    private Supply first;
    private Supply second;

    @BeforeEach
    void open() {
        PacingSchema.apply(database.dataSource());
        leases = new Leases(new SlotTable(faulty, time), "this", time, RENEWAL, () -> {});
        first = leases.of("main", 0).of("a", LIMIT);
        second = leases.of("main", 0).of("b", LIMIT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void pass(Duration some) {
        time.advance(some.toNanos());
    }

    /** Lets the exchange for the n-th limit from now fail. */
    private void failExchange(int n) {
        faulty.failStatement(n, sql -> sql.startsWith("select holder, wanted"));
    }

    private int taken() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from telnyx4j_pacing_slots where holder is not null")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void whatWasGrantedBeforeAFailureIsUsedAtOnceAndTheRestIsAskedForAgain() throws Exception {
        failExchange(2);
        assertThatThrownBy(leases::exchange).isInstanceOf(SQLException.class);

        assertThat(first.capacity(time.nanoTime())).isEqualTo(4);
        assertThat(second.capacity(time.nanoTime())).isZero();
        assertThat(taken()).as("nothing is taken that nobody uses").isEqualTo(4);
        assertThat(leases.nextExchange(time.nanoTime()))
                .isEqualTo(Duration.ofMillis(500).toNanos());

        pass(Duration.ofMillis(500));
        assertThat(leases.exchange()).isTrue();
        assertThat(second.capacity(time.nanoTime())).isEqualTo(4);
        assertThat(first.capacity(time.nanoTime())).isEqualTo(4);
    }

    @Test
    void whatCouldNotBeGivenBackIsGivenBackALittleLater() throws Exception {
        leases.exchange();
        assertThat(taken()).isEqualTo(8);
        pass(Duration.ofSeconds(4));
        faulty.failStatement(1, sql -> sql.startsWith("delete from telnyx4j_pacing_members"));
        assertThatThrownBy(leases::exchange).isInstanceOf(SQLException.class);

        assertThat(taken()).isEqualTo(8);
        long now = time.nanoTime();
        assertThat(leases.nextExchange(now))
                .isEqualTo(now + Duration.ofMillis(500).toNanos());
        assertThat(leases.exchange()).as("not at once").isFalse();

        pass(Duration.ofMillis(500));
        assertThat(leases.exchange()).isTrue();
        assertThat(taken()).isZero();
        assertThat(leases.size()).isZero();
    }

    @Test
    void oneThatIsWantedAgainBeforeItCouldLeaveTakesWhatItGets() throws Exception {
        leases.exchange();
        pass(Duration.ofSeconds(4));
        faulty.failStatement(1, sql -> sql.startsWith("delete from telnyx4j_pacing_members"));
        assertThatThrownBy(leases::exchange).isInstanceOf(SQLException.class);
        first.asked(time.nanoTime());

        pass(Duration.ofMillis(500));
        leases.exchange();
        pass(Duration.ofSeconds(1));
        assertThat(first.capacity(time.nanoTime())).isEqualTo(4);
    }
}
