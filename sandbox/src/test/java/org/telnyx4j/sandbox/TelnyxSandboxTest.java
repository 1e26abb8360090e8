package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.TestClient.FROM;
import static org.telnyx4j.sandbox.TestClient.TO;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telnyx4j.sandbox.TestClient.Answer;
import org.telnyx4j.testing.Threads;

@Timeout(60)
class TelnyxSandboxTest {

    @Test
    void theBaseUrlIsOnLoopbackAndEndsInTheVersion() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            assertThat(sandbox.baseUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/v2");
            assertThat(sandbox.apiKey()).startsWith("KEY").hasSizeGreaterThan(30);
        }
    }

    @Test
    void twoSandboxesShareNothing() throws IOException {
        try (TelnyxSandbox one = TelnyxSandbox.start();
                TelnyxSandbox other = TelnyxSandbox.start()) {
            new TestClient(one).sendText("Hello");

            assertThat(one.baseUrl()).isNotEqualTo(other.baseUrl());
            assertThat(one.apiKey()).isNotEqualTo(other.apiKey());
            assertThat(other.requests()).isEmpty();
            assertThat(other.messages().all()).isEmpty();
        }
    }

    @Test
    void keysOfYourOwnAreAllAccepted() throws IOException {
        try (TelnyxSandbox sandbox =
                TelnyxSandbox.builder().apiKey("KEYone").apiKey("KEYtwo").start()) {
            TestClient client = new TestClient(sandbox);
            Answer withSecondKey = client.send(client.postRequest("/messages", TestClient.textBody("Hello"))
                    .setHeader("Authorization", "Bearer KEYtwo")
                    .build());

            assertThat(sandbox.apiKey()).isEqualTo("KEYone");
            assertThat(client.sendText("Hello").status()).isEqualTo(200);
            assertThat(withSecondKey.status()).isEqualTo(200);
        }
    }

    @Test
    void aRequestIsRecordedAsItWasSent() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            String body = TestClient.textBody("Hello 👋");
            client.send(client.postRequest("/messages?page%5Bsize%5D=250&q=a+b%26c&flag", body)
                    .header("X-Twice", "first")
                    .header("X-Twice", "second")
                    .build());

            ReceivedRequest request = sandbox.requests().get(0);

            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/messages");
            assertThat(request.query()).isEqualTo("page%5Bsize%5D=250&q=a+b%26c&flag");
            assertThat(request.queryParameter("page[size]")).contains("250");
            assertThat(request.queryParameter("q")).contains("a b&c");
            assertThat(request.queryParameter("flag")).contains("");
            assertThat(request.queryParameter("other")).isEmpty();
            assertThat(request.header("authorization")).contains("Bearer " + sandbox.apiKey());
            assertThat(request.header("X-TWICE")).contains("first");
            assertThat(request.headers().get("x-twice")).containsExactly("first", "second");
            assertThat(request.header("x-none")).isEmpty();
            assertThat(request.bodyAsString()).isEqualTo(body);
            assertThat(request.bodyAsJson()).containsEntry("text", "Hello 👋");
        }
    }

    @Test
    void whatIsHandedOutCannotChangeTheRecord() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            new TestClient(sandbox).sendText("Hello");
            ReceivedRequest request = sandbox.requests().get(0);
            String before = request.bodyAsString();

            request.body()[0] = 'X';

            assertThat(request.bodyAsString()).isEqualTo(before);
            assertThatThrownBy(() -> request.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> sandbox.requests().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void aBodyThatIsNotJsonSaysSoWithoutQuotingIt() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            new TestClient(sandbox).post("/messages", "secret text");

            assertThatThrownBy(() -> sandbox.requests().get(0).bodyAsJson())
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void nothingPrivateShowsInAnyToString() throws IOException {
        try (TelnyxSandbox sandbox =
                TelnyxSandbox.builder().manualClock(SandboxLine.START).start()) {
            TestClient client = new TestClient(sandbox);
            client.sendText("private text");
            client.get("/phone_numbers/%2B14165550123/voice?filter=14165550123");
            client.get("/phone_numbers/+14165550123");
            String id = sandbox.messages().all().get(0).id();

            List<Object> everything =
                    List.of(sandbox, sandbox.requests(), sandbox.messages().all(), Fault.error(400, "10015"));

            assertThat(everything)
                    .allSatisfy(object -> assertThat(object.toString())
                            .doesNotContain("private text")
                            .doesNotContain(sandbox.apiKey())
                            .doesNotContain(FROM.substring(1))
                            .doesNotContain(TO.substring(1)));
            assertThat(sandbox.requests().get(2).toString()).contains("GET /phone_numbers/…23,");
            assertThat(sandbox.messages().all().get(0)).hasToString("SandboxMessage[" + id + ", SMS, queued, 1 parts]");
            assertThat(sandbox).hasToString("TelnyxSandbox[" + sandbox.baseUrl() + ", 3 requests, 1 messages]");
        }
    }

    @Test
    void resetForgetsEverythingButPortAndKey() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            String id = client.sendText("Hello").data().get("id").textValue();
            sandbox.failNext(Fault.status(500));

            sandbox.reset();

            assertThat(sandbox.requests()).isEmpty();
            assertThat(sandbox.messages().all()).isEmpty();
            assertThat(sandbox.pendingFaults()).isZero();
            assertThat(client.get("/messages/" + id).status()).isEqualTo(404);
            assertThat(client.sendText("Hello").status()).isEqualTo(200);
        }
    }

    @Test
    void closingFreesThePortAndKeepsTheRecord() throws IOException {
        TelnyxSandbox sandbox = TelnyxSandbox.start();
        TestClient client = new TestClient(sandbox);
        client.sendText("Hello");

        sandbox.close();
        sandbox.close();

        assertThatThrownBy(() -> client.sendText("Hello")).isInstanceOf(IOException.class);
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(sandbox.messages().all()).hasSize(1);
        try (TelnyxSandbox successor =
                TelnyxSandbox.builder().port(sandbox.baseUrl().getPort()).start()) {
            assertThat(successor.baseUrl()).isEqualTo(sandbox.baseUrl());
        }
    }

    @Test
    void closingDoesNotWaitForStalledRequests() throws InterruptedException {
        TelnyxSandbox sandbox = TelnyxSandbox.start();
        TestClient client = new TestClient(sandbox);
        sandbox.failNext(Fault.stalled().times(20));
        List<CompletableFuture<Answer>> stalled = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(client.postRequest("/messages", TestClient.textBody("Hello"))
                        .build()))
                .toList();
        Threads.await("the requests have arrived", () -> sandbox.requests().size() >= 20);

        // The requests would be stalled for as long as the sandbox is there.
        long start = System.nanoTime();
        sandbox.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(stalled).allSatisfy(future -> assertThat(future).failsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void aPortThatIsTakenIsReported() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
            assertThatThrownBy(() ->
                            TelnyxSandbox.builder().port(taken.getLocalPort()).start())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> TelnyxSandbox.builder().apiKey(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TelnyxSandbox.builder().port(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TelnyxSandbox.builder().port(65_536)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hundredsOfRequestsAtTheSameTimeAreAllServed() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            // Held back, so that they really are in the server at the same time.
            sandbox.failNext(Fault.delayed(Duration.ofMillis(500)).times(400));

            List<CompletableFuture<Answer>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> client.sendAsync(client.postRequest("/messages", TestClient.textBody("Text " + i))
                            .build()))
                    .toList();

            Set<String> ids = new HashSet<>();
            for (CompletableFuture<Answer> answer : answers) {
                Answer done = answer.orTimeout(30, TimeUnit.SECONDS).join();
                assertThat(done.status()).isEqualTo(200);
                ids.add(done.data().get("id").textValue());
            }
            assertThat(ids).hasSize(400);
            assertThat(sandbox.requests()).hasSize(400);
            assertThat(sandbox.messages().all())
                    .extracting(message -> message.text().orElseThrow())
                    .doesNotHaveDuplicates()
                    .hasSize(400);
        }
    }

    @Test
    void nothingThatTheSandboxStartsKeepsTheJvmAlive() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            sandbox.failNext(Fault.delayed(Duration.ofMillis(10)));
            new TestClient(sandbox).sendText("Hello");

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void startingASandboxLeavesNoSystemPropertyBehind() {
        Set<Object> before = Set.copyOf(System.getProperties().keySet());

        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            assertThat(System.getProperties().keySet())
                    .as(sandbox.toString())
                    .containsExactlyInAnyOrderElementsOf(before);
        }
    }
}
