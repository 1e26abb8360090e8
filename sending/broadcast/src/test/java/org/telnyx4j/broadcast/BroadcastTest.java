package org.telnyx4j.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxAccount;

class BroadcastTest {
    @TempDir
    Path folder;

    private Books books;

    @BeforeEach
    void open() {
        books = new Books(folder);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void eachRowGetsItsTextOnceAlsoWhenTheCommandRunsAgain() {
        books.people(25);

        assertThat(books.run()).isZero();
        assertThat(books.received())
                .hasSize(25)
                .allSatisfy((number, count) -> assertThat(count).isEqualTo(1));
        assertThat(books.texts()).containsEntry(Books.number(7), "Hello Person 7!");
        assertThat(books.messages())
                .allSatisfy(message -> assertThat(message.from()).isEqualTo(SandboxAccount.NUMBERS.get(0)));

        assertThat(books.run()).isZero();
        assertThat(books.messages()).hasSize(25);
        assertThat(books.printed()).contains("25 of its messages are under way or done, 0 wait, 0 are new");
    }

    @Test
    void neitherKeyNorNumberNorTextIsPrintedOrInTheReport() {
        books.write("name,to\nSecretName,+14165550101\nSecretName,4165550102\nSecretName,+14165550101\n");

        assertThat(books.run()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.printed() + books.report(".json") + books.report(".csv"))
                .doesNotContain("SecretName")
                .doesNotContain("5550101")
                .doesNotContain("5550102")
                .doesNotContain(books.sandbox.apiKey());
        assertThat(books.printed())
                .contains("line 3: the recipient must be in E.164 form")
                .contains("line 4: +1416***0101 stands on line 2, too");
        assertThat(books.report(".csv").lines())
                .anyMatch(line -> line.startsWith("3,LEFT_OUT,NUMBER"))
                .anyMatch(line -> line.startsWith("4,LEFT_OUT,DUPLICATE"))
                .anyMatch(line -> line.startsWith("2,SENT,"));
        assertThat(books.report(".json").replaceAll("\\s", ""))
                .contains("\"broadcast\":\"people.csv\",\"sent\":1,\"parts\":1")
                .contains("\"NUMBER\":1,\"DUPLICATE\":1");
    }

    @Test
    void aDryRunChecksAndEstimatesAndSendsNothing() {
        books.write("name,to\n" + "x".repeat(200) + ",+14165550101\nJane,+14165550102\n");

        assertThat(books.run("--dry-run", "--price", "0.004")).isZero();
        assertThat(books.messages()).isEmpty();
        assertThat(books.printed())
                .contains("2 rows: 2 messages of 3 parts (1 have more than one)")
                .contains("about 0.012 USD, at 0.004 USD for each part");
        assertThat(folder.toFile().list()).containsExactly("people.csv");
    }

    @Test
    void nothingIsSentBeforeSomebodySaysYes() {
        books.people(3);

        assertThat(books.ask("n\n", new Interruption())).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.ask("", new Interruption())).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.messages()).isEmpty();
        assertThat(books.printed())
                .contains("Send 3 messages from +1415***")
                .contains("--yes sends without a question");

        assertThat(books.ask("y\n", new Interruption())).isZero();
        assertThat(books.messages()).hasSize(3);
    }

    @Test
    void anotherTemplateSenderOrAccountDoesNotGoOnWithABroadcast() {
        books.people(3);
        assertThat(books.run()).isZero();

        books.environment.put("TELNYX_FROM", SandboxAccount.NUMBERS.get(1));
        assertThat(books.run()).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.printed()).contains("begun with another sender");
        assertThat(books.messages()).hasSize(3);

        assertThat(books.run("--name", "the second one")).isZero();
        assertThat(books.messages()).hasSize(6);
    }

    @Test
    void whoIsAddedToTheFileGetsAMessageAndNobodyElseAgain() {
        books.people(3);
        assertThat(books.run()).isZero();
        books.people(5);

        assertThat(books.run()).isZero();
        assertThat(books.received())
                .hasSize(5)
                .allSatisfy((number, count) -> assertThat(count).isEqualTo(1));
        assertThat(books.printed()).contains("The file has changed since then");
    }

    @Test
    void whoIsTakenOutOfTheFileWhileItWaitsGetsNoneAndIsSentToWhenPutBack() throws Exception {
        books.people(20);
        books.sandbox.failNext(
                Fault.delayed(Duration.ofSeconds(1)).on("POST", "/messages").times(20));
        Interruption interruption = new Interruption();
        Thread run = new Thread(() -> books.ask("", interruption, "--yes", "--workers", "1"));
        run.start();
        while (books.messages().isEmpty()) {
            Thread.onSpinWait();
        }
        interruption.ask();
        run.join();
        books.sandbox.clearFaults();
        Set<String> sent = books.received().keySet();
        assertThat(sent).isNotEmpty().hasSizeLessThan(20);
        assertThat(books.printed())
                .contains("Interrupted: no further message begins")
                .contains(20 - sent.size() + " wait");

        books.people(20);
        String left = IntStream.range(0, 20)
                .mapToObj(Books::number)
                .filter(number -> !sent.contains(number))
                .findFirst()
                .orElseThrow();
        books.write("name,to\nPerson," + left + "\n");
        books.run();
        assertThat(books.received()).hasSize(sent.size() + 1).containsKeys(left);
        assertThat(books.printed()).contains(19 - sent.size() + " who are gone from it and still wait get none");

        books.people(20);
        books.run();
        assertThat(books.received())
                .hasSize(20)
                .allSatisfy((number, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void whoHasOptedOutIsLeftOut() {
        books.people(3);
        books.sandbox
                .optOuts()
                .optOut(SandboxAccount.MESSAGING_PROFILE_ID, SandboxAccount.NUMBERS.get(0), Books.number(1));

        assertThat(books.run()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.received()).containsOnlyKeys(Books.number(0), Books.number(2));
        assertThat(books.printed()).contains("line 3: +1416***0001 has opted out");
    }

    @Test
    void aKeyThatDoesNotHoldSendsNothing() {
        books.people(3);
        books.environment.put("TELNYX_API_KEY", "KEY0123456789ABCDEF_wrong");

        assertThat(books.run()).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.printed()).contains("Telnyx can't be asked").doesNotContain("KEY0123456789ABCDEF");
        assertThat(folder.toFile().list()).containsExactly("people.csv");
    }

    @Test
    void aNumberWithoutAZoneWaitsForOneThatIsSet() {
        books.write("name,to\nJane,+18885550101\n");
        assertThat(books.run("--quiet-hours", "legal")).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.messages()).isEmpty();
        assertThat(books.printed()).contains("1 need a person to decide (quiet_hours_failed: 1)");

        assertThat(books.run("--quiet-hours", "none")).isZero();
        assertThat(books.messages()).hasSize(1);
    }

    @Test
    void whatTelnyxRefusesIsReportedWithItsCode() {
        books.people(3);
        books.sandbox.messages().failTo(Books.number(1), "40310");

        assertThat(books.run()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.received()).containsOnlyKeys(Books.number(0), Books.number(2));
        assertThat(books.report(".csv").lines()).anyMatch(line -> line.startsWith("3,DISCARDED,rejected,40310"));
    }

    @Test
    void webhooksReportWhatWasDeliveredAndWhatWasNot() throws Exception {
        books.people(4);
        books.sandbox.messages().failTo(Books.number(2), "40008");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        books.environment.put("TELNYX_WEBHOOK_URL", "http://localhost:" + port + "/telnyx");
        books.environment.put("TELNYX_PUBLIC_KEY", books.sandbox.publicKey());

        assertThat(books.run("--webhook-port=" + port, "--wait=60")).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.printed()).contains("3 are delivered").contains("1 could not be delivered (40008: 1)");
        assertThat(books.report(".csv").lines())
                .anyMatch(line -> line.startsWith("4,DELIVERY_FAILED,,40008,"))
                .anyMatch(line -> line.startsWith("2,DELIVERED,,,") && line.contains(",delivered,1,0.007,USD,"));
    }

    @Test
    void aTextWhoseResponseIsLostIsNotSentAgain() {
        books.people(5);
        books.sandbox.failNext(Fault.responseLost().on("POST", "/messages"));

        assertThat(books.run()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.run()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(books.received())
                .hasSize(5)
                .allSatisfy((number, count) -> assertThat(count).isEqualTo(1));
        assertThat(books.printed()).containsPattern("1 (may have been sent|need a person)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rate=0",
                "--workers=0",
                "--most-parts=0",
                "--price=-1",
                "--quiet-hours=night",
                "--wait=-1",
                "--database=jdbc:mysql:x",
                "--nonsense",
                "--webhook-port=8080",
                "--template-file=x"
            })
    void anOptionThatCannotBeUsedSendsNothing(String option) {
        books.people(1);

        assertThat(books.run(option)).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.messages()).isEmpty();
        assertThat(books.printed()).contains(option.substring(0, option.indexOf('=') < 0 ? 10 : option.indexOf('=')));
    }

    @Test
    void withStrictARowThatIsLeftOutLeavesOutAll() {
        books.write("name,to\nJane,+14165550101\nJane,none\n");

        assertThat(books.run("--strict")).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.messages()).isEmpty();
    }

    @Test
    void withoutAKeyItRunsOnASandboxUntilAllIsDelivered() throws Exception {
        books.people(10);
        books.environment.clear();

        assertThat(books.run("--wait", "60")).isZero();
        assertThat(books.messages()).isEmpty();
        assertThat(books.printed())
                .contains("it runs on a sandbox")
                .contains("10 messages are sent, of 10 parts, for 0.07")
                .contains("10 are delivered");
        assertThat(Files.exists(folder.resolve("people.csv.sandbox-broadcast.mv.db")))
                .isTrue();

        books.environment.put("TELNYX_API_KEY", books.sandbox.apiKey());
    }

    @Test
    void itRunsOnPostgreSqlBesideAnotherOutbox() {
        try (TestDatabase database = TestDatabase.postgres()) {
            books.people(10);
            books.environment.putAll(Map.of("DATABASE_USER", database.user(), "DATABASE_PASSWORD", ""));

            assertThat(books.run("--database", database.url())).isZero();
            assertThat(books.run("--database", database.url(), "--name", "again"))
                    .isZero();
            assertThat(books.received())
                    .hasSize(10)
                    .allSatisfy((number, count) -> assertThat(count).isEqualTo(2));
        }
    }

    @Test
    void aDatabaseThatIsNotThereSendsNothing() {
        books.people(1);

        assertThat(books.run("--database", "jdbc:postgresql://localhost:1/none"))
                .isEqualTo(ExitCode.NOT_STARTED);
        assertThat(books.printed()).contains("the database can't be used");
        assertThat(books.messages()).isEmpty();
    }

    @Test
    void theRateIsKept() {
        books.people(21);
        long start = System.nanoTime();

        assertThat(books.run("--rate", "4")).isZero();

        assertThat(books.messages()).hasSize(21);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(5));
    }
}
