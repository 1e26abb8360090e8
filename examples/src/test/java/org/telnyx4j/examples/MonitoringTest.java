package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;

/** The examples that watch operations, and what is built on that. */
class MonitoringTest {
    private static final OutgoingMessage MESSAGE = OutgoingMessage.builder()
            .to("+14165550123")
            .from("+14165550199")
            .text("Your order has left the warehouse.")
            .build();

    private final List<String> alerts = new ArrayList<>();
    private final AtomicLong time = new AtomicLong();

    private static Telnyx.Builder client(TelnyxSandbox sandbox) {
        return Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString())
                .retries(RetryOptions.off());
    }

    @Test
    void anAlertIsGivenOnceForTooManyFailures() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = client(sandbox)
                        .listener(new ErrorRateAlert(time::get, alerts::add))
                        .build()) {
            for (int i = 0; i < 15; i++) {
                telnyx.messages().send(MESSAGE);
            }
            fail(sandbox, telnyx, 5);
            assertThat(alerts).isEmpty();
            fail(sandbox, telnyx, 5);
            assertThat(alerts).containsExactly("6 of the last 21 operations on Telnyx have failed");

            time.addAndGet(Duration.ofMinutes(2).toNanos());
            for (int i = 0; i < 20; i++) {
                telnyx.messages().send(MESSAGE);
            }
            fail(sandbox, telnyx, 7);
            assertThat(alerts).hasSize(2);
        }
    }

    @Test
    void whatTheApplicationDidWrongIsNoFailure() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = client(sandbox)
                        .listener(new ErrorRateAlert(time::get, alerts::add))
                        .build()) {
            for (int i = 0; i < 30; i++) {
                assertThatThrownBy(() -> telnyx.messages()
                                .send(MESSAGE.toBuilder().to("0123").build()))
                        .isInstanceOf(TelnyxException.class);
            }
        }
        assertThat(alerts).isEmpty();
    }

    @Test
    void aRefusedKeyIsReportedWithItsTenant() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = Cookbook.listener(
                        "KEY0189ABCDEF_wrong", sandbox.baseUrl().toString(), alerts::add)) {
            assertThatThrownBy(() -> telnyx.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);
        }
        assertThat(alerts).containsExactly("Telnyx refuses the key of all tenants");
    }

    private static void fail(TelnyxSandbox sandbox, Telnyx telnyx, int times) {
        for (int i = 0; i < times; i++) {
            sandbox.failNext(Fault.status(503));
            assertThatThrownBy(() -> telnyx.messages().send(MESSAGE)).isInstanceOf(TelnyxException.class);
        }
    }

    @Test
    void anOpenCircuitSendsNothing() throws IOException {
        List<String> operations = new ArrayList<>();
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("KEY0189ABCDEF_test")
                .baseUrl("http://127.0.0.1:" + closedPort() + "/v2")
                .retries(RetryOptions.off())
                .listener(new OperationListener() {
                    @Override
                    public void started(ObservedOperation operation) {
                        operations.add(operation.name());
                    }
                })
                .build()) {
            CircuitBreaking sender = new CircuitBreaking(telnyx, 4);
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(() -> sender.send(MESSAGE)).isInstanceOf(TelnyxException.class);
            }
            assertThat(sender.send(MESSAGE)).isEmpty();
            assertThat(operations).hasSize(4);
        }
    }

    @Test
    void aRefusalDoesNotOpenTheCircuit() {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = client(sandbox).build()) {
            CircuitBreaking sender = new CircuitBreaking(telnyx, 4);
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(
                                () -> sender.send(MESSAGE.toBuilder().to("0123").build()))
                        .isInstanceOf(TelnyxException.class);
            }
            assertThat(sender.send(MESSAGE)).isPresent();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
