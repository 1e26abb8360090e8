package org.telnyx4j.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.telnyx4j.benchmarks.faults.ledger.Row;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Table;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.workload.Outage;
import org.telnyx4j.benchmarks.faults.workload.UnknownTexts;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.testing.Certificates;

/**
 * The proof in small, so that each build runs it; {@code scripts/prove-never-twice} is the same with more sends. Most of
 * its time is waiting, so the runs share it; what it asserts must hold on a busy machine as well.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
    private static final ProofOptions SMALL = new ProofOptions(500, 96, 1, Duration.ofSeconds(1), false);
    private static final ProofOptions PATIENT = new ProofOptions(500, 96, 1, Duration.ofSeconds(5), false);

    private final Proof proof;

    /** For a machine that is so busy that hardly any call ends within a second. */
    private final Proof patient;

    ProofTest() throws Exception {
        Certificates certificates = Certificates.selfSigned();
        this.proof = new Proof(SMALL, certificates);
        this.patient = new Proof(PATIENT, certificates);
    }

    /** One part of the proof. */
    @FunctionalInterface
    private interface Run {
        Proof.Outcome of(Proof proof) throws Exception;
    }

    @Test
    void noTextIsSentTwiceAndEachReportIsTrue() throws Exception {
        needsNoKey(MessagesApi.SEND_MESSAGE);
        assertClean(Proof::messages);
    }

    @Test
    void unknownTextsAreSettledAndNoneWrongly() throws Exception {
        UnknownTexts.Result result = proof.unknownTexts();

        assertThat(result.mistakes()).isEmpty();
        assertThat(result.wrong()).as("%s", result.lines()).isZero();
        assertThat(result.missed()).as("%s", result.lines()).isZero();
        assertThat(result.byEvents()).isPositive();
        assertThat(result.byRecords()).isPositive();
        assertThat(result.byLateRecords()).isPositive();
        assertThat(result.duplicates()).isPositive();
        assertThat(result.forgeries()).isPositive();
        assertThat(result.open()).as("%s", result.lines()).isPositive();
    }

    @Test
    void noCallIsPlacedTwiceAndEachReportIsTrue() throws Exception {
        assertClean(each -> each.dials(false));
    }

    @Test
    void noHedgedCommandIsCarriedOutTwiceAndEachReportIsTrue() throws Exception {
        assertClean(each -> each.commands(true));
    }

    @Test
    void exactlyOneNumberIsBoughtOrNoneAndEachReportIsTrue() throws Exception {
        assertClean(Proof::purchases);
    }

    @Test
    void noProfileIsMadeTwiceAndEachReportIsTrue() throws Exception {
        needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        assertClean(Proof::profiles);
    }

    @Test
    void whatNobodyHasAskedForIsNotReadAsAResponse() throws Exception {
        Proof.Outcome outcome = proof.idleConnections();

        assertNothingFalse(outcome);
        assertThat(outcome.verdict().total().told(Said.Report.DONE)).isPositive();
    }

    @Test
    void anHttpClientOfTheApplicationsOwnSendsNoTextTwice() throws Exception {
        needsNoKey(MessagesApi.SEND_MESSAGE);
        assertClean(Proof::plainHttpClient);
    }

    @Test
    void noTextIsSentTwiceOverHttp2() throws Exception {
        needsNoKey(MessagesApi.SEND_MESSAGE);
        assertClean(Proof::messagesOverHttp2);
    }

    @Test
    void exactlyOneNumberIsBoughtBehindAGatewayThatRepeatsOrders() throws Exception {
        assertClean(Proof::copiedPurchases);
    }

    @Test
    void aPlainOrderIsNotReportedAsRefusedBehindAGatewayThatRepeatsOrders() throws Exception {
        assertClean(Proof::copiedPlainPurchases);
    }

    @Test
    void aSourceOfKeysThatBlocksKeepsNoCallBeyondItsDeadline() throws Exception {
        Proof.Outcome outcome = proof.blockedKeys();

        assertNothingFalse(outcome);
        assertThat(outcome.verdict().total().told(Said.Report.NOT_DONE)).isPositive();
    }

    @Test
    void nothingPrivateIsLoggedAtAnyLevel() throws Exception {
        Optional<ProcessFaults.Result> result = new ProcessFaults(Certificates.selfSigned()).logged();

        assertThat(result).isPresent();
        assertThat(result.get().mistakes()).isEmpty();
        assertThat(result.get().late()).isZero();
        assertThat(result.get().verdict().isClean()).isTrue();
    }

    @Test
    void aClientThatIsClosedMeanwhileReportsEachPurchase() throws Exception {
        Proof.Outcome outcome = proof.closings();

        assertNothingFalse(outcome);
        // How many end before the client is closed depends on the machine.
        assertThat(outcome.verdict().total().told(Said.Report.UNKNOWN)).isPositive();
    }

    @Test
    void noProfileIsMadeTwiceWhereListsShowItLate() throws Exception {
        needsNoKey(MessagingProfilesApi.CREATE_MESSAGING_PROFILE);
        assertClean(Proof::lateProfiles);
    }

    @Test
    void nothingLeavesAProcessThatWasFrozenBeyondTheDeadline() throws Exception {
        Optional<ProcessFaults.Result> result =
                new ProcessFaults(Certificates.selfSigned()).frozenTexts(Duration.ofSeconds(2));

        assumeThat(result).as("processes can be frozen here").isPresent();
        assertThat(result.get().mistakes()).isEmpty();
        assertThat(result.get().verdict().surprises()).isEmpty();
        assertThat(result.get().verdict().isClean()).isTrue();
        assertThat(result.get().late()).isZero();
    }

    @Test
    void anAddressThatWorksIsFoundBehindDeadOnes() throws Exception {
        ProcessFaults faults = new ProcessFaults(Certificates.selfSigned());
        Optional<ProcessFaults.Result> result = faults.deadAddresses(Duration.ofSeconds(10));

        assumeThat(result).as("there are such addresses").isPresent();
        assertThat(result.get().verdict().isClean()).isTrue();
        if (result.get().notDone() > 0) {
            // On a machine that is so busy, it takes longer.
            result = faults.deadAddresses(Duration.ofSeconds(40));
            assertThat(result.get().verdict().isClean()).isTrue();
        }
        assertThat(result.get().notDone()).isZero();
    }

    @Test
    void anOutageIsNotMadeWorseAndCallsGetThroughAfterIt() throws Exception {
        Outage.Result result = proof.outage(Fault.UNAVAILABLE_ALWAYS);

        assertThat(result.extraPercent()).isLessThan(Outage.MOST_EXTRA);
        assertThat(result.throughAfter()).isEqualTo(result.callsAfter());
    }

    @Test
    void aClientThatRepeatsEverythingIsCaught() throws Exception {
        Proof.Outcome naive = proof.naiveHttpClient();

        assertThat(naive.mistakes()).isEmpty();
        assertThat(naive.verdict().total().duplicates()).isPositive();
        assertThat(naive.verdict().total().falselyNotDone()).isPositive();
        assertThat(naive.verdict().isClean()).isFalse();
    }

    private static void assertNothingFalse(Proof.Outcome outcome) {
        Row total = outcome.verdict().total();
        String table = String.join("\n", Table.of(outcome.verdict()));
        assertThat(outcome.mistakes()).isEmpty();
        assertThat(total.duplicates()).as(table).isZero();
        assertThat(total.falselyDone()).as(table).isZero();
        assertThat(total.falselyNotDone()).as(table).isZero();
        assertThat(total.falselyUnknown()).as(table).isZero();
        assertThat(total.told(Said.Report.NOTHING)).as(table).isZero();
    }

    private void assertClean(Run run) throws Exception {
        Proof.Outcome outcome = run.of(proof);
        assertNothingFalse(outcome);
        if (!isTelling(outcome.verdict().total())) {
            outcome = run.of(patient);
            assertNothingFalse(outcome);
        }
        Row total = outcome.verdict().total();
        String table = String.join("\n", Table.of(outcome.verdict()));
        assertThat(isTelling(total)).as(table).isTrue();
        assertThat(total.told(Said.Report.UNKNOWN)).as(table).isPositive();
        assertThat(total.told(Said.Report.NOT_DONE)).as(table).isPositive();
    }

    /** A run in which nothing was carried out, or nothing failed, would be clean as well. */
    private static boolean isTelling(Row total) {
        return total.told(Said.Report.DONE) > total.sends() / 20;
    }

    // With a key, such a request is sent again, and what is shown here doesn't happen.
    private static void needsNoKey(ApiOperation operation) {
        assumeThat(operation.idempotency())
                .as("the specification declares an idempotency key for " + operation.name())
                .isNotEqualTo(Idempotency.KEYED);
    }
}
