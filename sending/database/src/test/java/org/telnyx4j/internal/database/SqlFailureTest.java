package org.telnyx4j.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailureTest {
    private static SQLException error(String state) {
        return new SQLException("quotes +13125550100", state, 17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "40000", "40002"})
    void whatTheDatabaseHasRolledBackCanBeDoneAgain(String state) {
        assertThat(SqlFailure.isRolledBack(error(state))).isTrue();
        assertThat(SqlFailure.isRepeatable(error(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40003", "08006", "57014", "57P01", "53300", "25006", "22001", "23502", "HYT00"})
    void whatMayHaveHadItsEffectOrFailsAgainIsNotDoneAgain(String state) {
        assertThat(SqlFailure.isRepeatable(error(state))).isFalse();
    }

    @Test
    void aKeyThatSomebodyElseHasJustAddedIsFoundTheNextTime() {
        assertThat(SqlFailure.isRepeatable(error("23505"))).isTrue();
        assertThat(SqlFailure.isRolledBack(error("23505"))).isFalse();
    }

    @Test
    void anErrorWithoutStateIsNotRepeated() {
        assertThat(SqlFailure.isRepeatable(new SQLException("?"))).isFalse();
        assertThat(SqlFailure.isForGood(new SQLException("?"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    25006 | The database of what is tried is read-only: connect to the primary, with a user that may write
                    90097 | The database of what is tried is read-only: connect to the primary, with a user that may write
                    53300 | The database of what is tried has run out of connections, memory or disk (SQLSTATE 53300)
                    08006 | The database of what is tried cannot be reached in time, or its pool has no free connection (SQLSTATE 08006)
                    57P01 | The database of what is tried cannot be reached in time, or its pool has no free connection (SQLSTATE 57P01)
                    90121 | The database of what is tried cannot be reached in time, or its pool has no free connection (SQLSTATE 90121)
                    57014 | The database of what is tried did not carry out a statement in time, such as for a row that somebody has locked (SQLSTATE 57014)
                    55P03 | The database of what is tried did not carry out a statement in time, such as for a row that somebody has locked (SQLSTATE 55P03)
                    42601 | The database of what is tried refused a statement (SQLSTATE 42601, code 17)
                    23502 | The database of what is tried refused a statement (SQLSTATE 23502, code 17)
                    """)
    void eachErrorBecomesASentenceWithWhatToDo(String state, String sentence) {
        assertThat(TriedSchema.ERRORS.translate(error(state))).hasMessage(sentence);
    }

    @Test
    void whatHasNoStateIsTakenForADatabaseThatIsAway() {
        assertThat(TriedSchema.ERRORS.translate(new SQLException("?")))
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("(SQLSTATE none)");
        assertThat(SqlFailure.isUnreachable(new SQLTimeoutException("?", "HYT00")))
                .isTrue();
        assertThat(SqlFailure.isUnreachable(new SQLTransientConnectionException("?", "42000")))
                .isTrue();
    }

    @Test
    void theStateIsKeptAndAnErrorThatMayQuoteARowIsNot() {
        SQLException away = error("08006");
        assertThat(TriedSchema.ERRORS.translate(away)).hasCause(away);
        assertThat(TriedSchema.ERRORS.translate(away).sqlState).isEqualTo("08006");
        for (String state : new String[] {"22001", "23502"}) {
            assertThat(TriedSchema.ERRORS.translate(error(state))).hasNoCause();
            assertThat(TriedSchema.ERRORS.translate(error(state)).sqlState).isEqualTo(state);
        }
    }
}
