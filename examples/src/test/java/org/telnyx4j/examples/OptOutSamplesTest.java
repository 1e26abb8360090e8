package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.optouts.OptOuts;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** A STOP that arrives as a webhook keeps the next text from being sent, and a START lets it go again. */
class OptOutSamplesTest {
    private static final String NUMBER = "+14165550199";
    private static final String ANN = "+12125550123";

    private final TelnyxSandbox sandbox = TelnyxSandbox.start();
    private final List<MessageEvent> replied = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Integer> handled = new LinkedBlockingQueue<>();
    private final ExecutorService receivers = Executors.newFixedThreadPool(2);
    private HttpServer hooks;

    @BeforeEach
    void start() throws Exception {
        hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.setExecutor(receivers);
        hooks.start();
        sandbox.webhooks().defaultUrl("http://127.0.0.1:" + hooks.getAddress().getPort() + "/telnyx");
        sandbox.numbers().own(NUMBER, sandbox.messagingProfiles().add("Alerts").id());
    }

    @AfterEach
    void stop() {
        hooks.stop(0);
        receivers.shutdownNow();
        sandbox.close();
    }

    private void says(String text) throws InterruptedException {
        sandbox.receiveSms(ANN, NUMBER, text);
        assertThat(handled.poll(20, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void nobodyGetsATextAfterStop() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:opt_out_samples;DB_CLOSE_DELAY=-1");
        OptOuts optOuts = OptOutSamples.optOuts(database);
        OutgoingMessage message = OutgoingMessage.builder()
                .from(NUMBER)
                .to(ANN)
                .text("Your order has left.")
                .build();
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString())
                .sendGuard(optOuts)
                .build()) {
            WebhookVerifier verifier =
                    WebhookVerifier.builder().publicKey(sandbox.publicKey()).build();
            WebhookHttpHandler handler =
                    new WebhookHttpHandler(verifier, OptOutSamples.hearing(optOuts, telnyx, replied::add));
            hooks.createContext("/telnyx", exchange -> {
                handler.handle(exchange);
                handled.add(exchange.getResponseCode());
            });

            says("STOP");
            assertThat(OptOutSamples.send(telnyx, message)).isEqualTo("does not want messages");
            says("What is this?");
            says("start");
            assertThat(OptOutSamples.send(telnyx, message)).isNotEqualTo("does not want messages");
        }
        assertThat(sandbox.messages().all().stream()
                        .filter(each -> each.direction().equals("outbound")))
                .hasSize(1);
        assertThat(replied).hasSize(1);
    }

    @Test
    void aGuardHoldsAnMmsBackAtNight() {
        OutgoingMessage mms = OutgoingMessage.builder()
                .from(NUMBER)
                .to(ANN)
                .text("Good night")
                .mediaUrls(List.of("https://example.com/moon.png"))
                .build();
        try (Telnyx telnyx =
                OptOutSamples.guarded(sandbox.apiKey(), sandbox.baseUrl().toString(), () -> LocalTime.of(3, 0))) {
            TelnyxRateLimitException error = catchThrowableOfType(
                    TelnyxRateLimitException.class, () -> telnyx.messages().send(mms));
            assertThat(error.retryAfter()).contains(Duration.ofHours(1));
            telnyx.messages().send(mms.toBuilder().mediaUrls(List.of()).build());
        }
        try (Telnyx telnyx =
                OptOutSamples.guarded(sandbox.apiKey(), sandbox.baseUrl().toString(), () -> LocalTime.NOON)) {
            telnyx.messages().send(mms);
        }
        assertThat(sandbox.messages().all()).hasSize(2);
    }
}
