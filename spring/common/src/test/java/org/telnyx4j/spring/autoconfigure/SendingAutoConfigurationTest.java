package org.telnyx4j.spring.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.optouts.InMemoryOptOutStore;
import org.telnyx4j.optouts.JdbcOptOutStore;
import org.telnyx4j.optouts.OptOutScope;
import org.telnyx4j.optouts.OptOutStore;
import org.telnyx4j.optouts.OptOuts;
import org.telnyx4j.outbox.JobState;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxJob;
import org.telnyx4j.pacing.Pacer;
import org.telnyx4j.pacing.PacingLimits;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.TenantRegistry;
import org.telnyx4j.spring.outbox.TransactionalOutbox;
import org.telnyx4j.spring.webhooks.EventRouterCustomizer;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/** What is there where telnyx4j-pacing, telnyx4j-opt-outs and telnyx4j-outbox are on the class path, and a DataSource. */
class SendingAutoConfigurationTest {
    private static final String RECIPIENT = "+12125550123";
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder().to(RECIPIENT).text("Hello").build();
    private static final AutoConfigurations ALL = AutoConfigurations.of(
            TelnyxAutoConfiguration.class,
            TelnyxPacingAutoConfiguration.class,
            TelnyxOptOutsAutoConfiguration.class,
            TelnyxOutboxAutoConfiguration.class);

    private final ScriptedServer server = ScriptedServer.start()
            .otherwise(Response.json(200, "{\"data\":{\"id\":\"6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01\"}}"));
    private final DataSource database = database();
    private final String[] properties = {
        "telnyx.api-key=KEY_of_the_client", "telnyx.base-url=" + server.baseUrl(), "telnyx.from=12345"
    };
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(ALL).withPropertyValues(properties);
    private final ApplicationContextRunner withDatabase = runner.withBean(DataSource.class, () -> database)
            .withPropertyValues("telnyx.outbox.initialize-schema=true", "telnyx.opt-outs.initialize-schema=true");

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(ALL)
            .withPropertyValues(properties)
            .withPropertyValues("telnyx.pacing.enabled=false");

    private final WebApplicationContextRunner webWithDatabase = new WebApplicationContextRunner()
            .withConfiguration(ALL)
            .withPropertyValues(properties)
            .withPropertyValues("telnyx.outbox.initialize-schema=true", "telnyx.opt-outs.initialize-schema=true")
            .withBean(DataSource.class, () -> database);

    private static DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void withoutTheArtifactsThereIsNothing() {
        withDatabase
                .withClassLoader(new FilteredClassLoader(Pacer.class, OptOuts.class, Outbox.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Telnyx.class)
                        .doesNotHaveBean("telnyxPacer")
                        .doesNotHaveBean("telnyxOptOuts")
                        .doesNotHaveBean("telnyxOutbox"));
    }

    @Test
    void eachCanBeSwitchedOff() {
        withDatabase
                .withPropertyValues(
                        "telnyx.pacing.enabled=false", "telnyx.opt-outs.enabled=false", "telnyx.outbox.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Pacer.class)
                        .doesNotHaveBean(OptOuts.class)
                        .doesNotHaveBean(Outbox.class));
    }

    @Test
    void sendsArePacedByTheLimitsOfTheProperties() {
        runner.withPropertyValues(
                        "telnyx.pacing.short-code.messages=1",
                        "telnyx.pacing.short-code.per=1m",
                        "telnyx.pacing.wait-at-most=0s")
                .run(context -> {
                    Telnyx telnyx = context.getBean(Telnyx.class);
                    telnyx.messages().send(MESSAGE);

                    assertThatThrownBy(() -> telnyx.messages().send(MESSAGE))
                            .isInstanceOf(TelnyxRateLimitException.class);
                    assertThat(server.requests()).hasSize(1);
                });
    }

    @Test
    void sendersAndCampaignsHaveLimitsOfTheirOwn() {
        runner.withPropertyValues(
                        "telnyx.pacing.campaigns.C1.message-class=w",
                        "telnyx.pacing.campaigns.C1.senders=12345",
                        "telnyx.pacing.wait-at-most=0s")
                .run(context -> {
                    Telnyx telnyx = context.getBean(Telnyx.class);
                    telnyx.messages().send(MESSAGE);

                    assertThatThrownBy(() -> telnyx.messages().send(MESSAGE))
                            .isInstanceOf(TelnyxRateLimitException.class)
                            .hasMessageContaining("limit of the campaign");
                });
    }

    @Test
    void aLimitThatCannotBeIsNamed() {
        runner.withPropertyValues("telnyx.pacing.account.messages=0")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("units must be 1 to"));
        runner.withPropertyValues("telnyx.pacing.margin=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("The property telnyx.pacing.margin cannot be used"));
    }

    @Test
    void anOwnPacerAndOwnLimitsReplaceThoseOfTheStarter() {
        Pacer own = Pacer.builder().build();
        runner.withBean("own", Pacer.class, () -> own)
                .withBean("ownLimits", PacingLimits.class, PacingLimits::documented)
                .run(context -> {
                    assertThat(context.getBean(Pacer.class)).isSameAs(own);
                    assertThat(context.getBean(PacingLimits.class)).isSameAs(PacingLimits.documented());
                });
    }

    @Test
    void limitsAreSharedByTheDataSourceIfThatIsWanted() {
        runner.withPropertyValues("telnyx.pacing.shared=true")
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("there is no single DataSource"));
        withDatabase
                .withPropertyValues("telnyx.pacing.shared=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("telnyx.pacing.initialize-schema=true"));
        withDatabase
                .withPropertyValues("telnyx.pacing.shared=true", "telnyx.pacing.initialize-schema=true")
                .run(context -> {
                    context.getBean(Telnyx.class).messages().send(MESSAGE);
                    assertThat(server.requests()).hasSize(1);
                });
    }

    @Test
    void whoHasOptedOutGetsNothingAndUsesNoLimitUp() {
        runner.run(context -> {
            assertThat(context.getBean(OptOutStore.class)).isInstanceOf(InMemoryOptOutStore.class);
            optOut(context);
        });
        withDatabase.run(context -> {
            assertThat(context.getBean(OptOutStore.class)).isInstanceOf(JdbcOptOutStore.class);
            optOut(context);
        });
        withDatabase
                .withPropertyValues("telnyx.opt-outs.store=memory")
                .run(context -> assertThat(context.getBean(OptOutStore.class)).isInstanceOf(InMemoryOptOutStore.class));
        runner.withPropertyValues("telnyx.opt-outs.store=jdbc")
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("there is no single DataSource"));
    }

    private void optOut(ApplicationContext context) {
        context.getBean(OptOuts.class).own().optOut(RECIPIENT, OptOutScope.account());

        TelnyxException refused = catchThrowableOfType(
                TelnyxException.class,
                () -> context.getBean(Telnyx.class).messages().send(MESSAGE));

        assertThat(refused.isOptedOut()).isTrue();
        assertThat(context.getBean(Pacer.class).status().admitted()).isZero();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whoOptsOutOfATenantGetsNothingOfThatTenantAlone() {
        web.withPropertyValues(
                        "telnyx.messaging-profile-id=profile-of-the-client",
                        "telnyx.tenants.acme.api-key=KEY_of_acme",
                        "telnyx.tenants.acme.from=54321",
                        "telnyx.tenants.acme.messaging-profile-id=profile-of-acme",
                        "telnyx.tenants.beta.api-key=KEY_of_beta",
                        "telnyx.tenants.beta.from=67890",
                        "telnyx.tenants.beta.messaging-profile-id=profile-of-beta")
                .run(context -> {
                    receive(context, "STOP", "+13125550100", "profile-of-acme");
                    assertThat(refused(context)).containsExactly("acme");

                    receive(context, "STOP", "67890", "another-profile");
                    assertThat(refused(context)).containsExactly("acme", "beta");

                    receive(context, "START", "+13125550100", "profile-of-acme");
                    receive(context, "STOP", "12345", "profile-of-the-client");
                    assertThat(refused(context)).containsExactly("", "beta");
                });
    }

    @Test
    void whoseAccountAnOptOutIsOfAndCannotBeToldCountsForAll() {
        web.withPropertyValues("telnyx.tenants.acme.api-key=KEY_of_acme", "telnyx.tenants.beta.api-key=KEY_of_beta")
                .run(context -> {
                    receive(context, "STOP", "+13125550100", "profile");
                    assertThat(refused(context)).containsExactly("", "acme", "beta");

                    receive(context, "START", "+13125550100", "profile");
                    assertThat(refused(context)).isEmpty();
                });
    }

    @Test
    void aTenantWithoutAKeyOfItsOwnSendsForTheClientsAccount() {
        web.withPropertyValues("telnyx.tenants.acme.from=54321", "telnyx.tenants.beta.api-key=KEY_of_beta")
                .run(context -> {
                    context.getBean(OptOuts.class).own().optOut(RECIPIENT, OptOutScope.account());

                    assertThat(refused(context)).containsExactly("", "acme");
                });
    }

    private static void receive(ApplicationContext context, String text, String number, String profile)
            throws Exception {
        receive(context, "telnyxOptOutEvents", """
                {"data":{"event_type":"message.received","id":"e-1","occurred_at":"%s","record_type":"event","payload":{
                 "id":"m-1","record_type":"message","direction":"inbound","type":"SMS","messaging_profile_id":"%s",
                 "from":{"phone_number":"%s"},"to":[{"phone_number":"%s"}],"text":"%s"}}}
                """.formatted(Instant.now(), profile, RECIPIENT, number, text));
    }

    /** Gives an event to what the starter adds to the application's router. */
    private static void receive(ApplicationContext context, String customizer, String event) throws Exception {
        EventRouter.Builder router = EventRouter.builder();
        context.getBean(customizer, EventRouterCustomizer.class).customize(router);
        byte[] body = event.getBytes(UTF_8);
        WebhookSigner signer = WebhookSigner.generate();
        Map<String, String> headers = signer.headers(body);
        router.build()
                .handle(WebhookVerifier.builder()
                        .publicKey(signer.publicKey())
                        .build()
                        .verify(
                                body,
                                headers.get(WebhookVerifier.SIGNATURE_HEADER),
                                headers.get(WebhookVerifier.TIMESTAMP_HEADER)));
    }

    /** Sends for the client (whose name is empty) and each tenant, and returns for which of them nothing went out. */
    private static List<String> refused(ApplicationContext context) {
        TenantRegistry tenants = context.getBean(TenantRegistry.class);
        List<String> refused = new ArrayList<>();
        for (String name :
                Stream.concat(Stream.of(""), tenants.configuredNames().stream()).toList()) {
            TelnyxOperations operations = name.isEmpty() ? context.getBean(Telnyx.class) : tenants.operations(name);
            try {
                operations.messages().send(MESSAGE);
            } catch (TelnyxException e) {
                assertThat(e.isOptedOut()).isTrue();
                refused.add(name);
            }
        }
        return refused;
    }

    @Test
    void anOutboxNeedsADataSourceWithItsTables() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(Outbox.class)
                .doesNotHaveBean(TransactionalOutbox.class));
        runner.withBean(DataSource.class, SendingAutoConfigurationTest::database)
                .withPropertyValues("telnyx.opt-outs.store=memory")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("has no tables of the outbox"));
    }

    @Test
    void aJobIsGoneWithTheRollbackOfItsTransactionAndSentAfterItsCommit() {
        withDatabase.run(context -> {
            TransactionalOutbox outbox = context.getBean(TransactionalOutbox.class);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            transaction.executeWithoutResult(status -> {
                outbox.enqueue(OutboxJob.of(MESSAGE).key("rolled back").build());
                status.setRollbackOnly();
            });
            assertThat(context.getBean(Outbox.class).find("rolled back")).isEmpty();

            transaction.executeWithoutResult(status -> {
                outbox.enqueue(OutboxJob.of(MESSAGE).key("committed").build());
                assertThat(server.requests()).isEmpty();
            });
            await(() -> context.getBean(Outbox.class)
                    .find("committed")
                    .filter(job -> job.state() == JobState.SENT)
                    .isPresent());
            assertThat(server.requests()).hasSize(1);
        });
    }

    @Test
    void aTransactionOfAnotherDataSourceIsRefused() {
        withDatabase.run(context -> {
            TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(database()));
            TransactionalOutbox outbox = context.getBean(TransactionalOutbox.class);
            assertThatThrownBy(() -> other.execute(
                            status -> outbox.enqueue(OutboxJob.of(MESSAGE).build())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not one of the outbox's data source");
        });
    }

    @Test
    void aProcessCanEnqueueAndLeaveTheSendingToOthers() {
        withDatabase.withPropertyValues("telnyx.outbox.send=false").run(context -> {
            context.getBean(TransactionalOutbox.class)
                    .enqueue(OutboxJob.of(MESSAGE).key("waiting").build());
            assertThat(context).doesNotHaveBean("telnyxOutboxStart");
            assertThat(context.getBean(Outbox.class)
                            .find("waiting")
                            .orElseThrow()
                            .state())
                    .isEqualTo(JobState.READY);
        });
    }

    @Test
    void theWorkersEndWithTheContext() {
        withDatabase.run(context -> assertThat(threads()).isPositive());
        await(() -> threads() == 0);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("telnyx4j-outbox"))
                .count();
    }

    @Test
    void bothHearTheWebhooksOfAWebApplication() {
        withDatabase.run(context -> assertThat(context).doesNotHaveBean(EventRouterCustomizer.class));
        webWithDatabase.run(
                context -> assertThat(context).hasBean("telnyxOptOutEvents").hasBean("telnyxOutboxEvents"));
    }

    @Test
    void anOrderOfTheOutboxHasSucceededWhenItsEventSaysSo() {
        webWithDatabase.run(context -> {
            CreateNumberOrderRequest order = CreateNumberOrderRequest.builder()
                    .phoneNumbers(List.of(
                            NumberToOrder.builder().phoneNumber(RECIPIENT).build()))
                    .build();
            Outbox outbox = context.getBean(Outbox.class);
            context.getBean(TransactionalOutbox.class)
                    .enqueue(OutboxJob.of(order).key("order").build());
            await(() -> outbox.find("order").orElseThrow().state() == JobState.SENT);

            receive(context, "telnyxOutboxEvents", """
                    {"data":{"event_type":"number_order.complete","id":"e-2","record_type":"event","payload":{
                     "id":"6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01","record_type":"number_order","status":"success"}}}
                    """);

            assertThat(outbox.find("order").orElseThrow().state()).isEqualTo(JobState.DELIVERED);
        });
    }

    @Test
    void aTimeOfTheOutboxThatCannotBeIsNamed() {
        withDatabase
                .withPropertyValues("telnyx.outbox.statement-timeout=0s")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("The property telnyx.outbox.statement-timeout cannot be used"));
    }

    @Test
    void whatCannotBeUsedIsReportedAsAConfigurationError() {
        runner.withPropertyValues("telnyx.pacing.shared=true")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(TelnyxConfigurationException.class));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
