package org.telnyx4j.spring.autoconfigure;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxException;
import org.telnyx4j.outbox.OutboxPolicy;
import org.telnyx4j.outbox.OutboxSchema;
import org.telnyx4j.outbox.QuietHours;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.TenantRegistry;
import org.telnyx4j.spring.outbox.TransactionalOutbox;
import org.telnyx4j.spring.webhooks.EventRouterCustomizer;

/**
 * The outbox of the application, where telnyx4j-outbox is on the class path and there is a single DataSource. Its workers start
 * when the application has started, and end before the client and the DataSource are closed. It gives way to one of the
 * application's own. Beans of type {@code OutboxPolicy} and {@code QuietHours} are used.
 */
@AutoConfiguration(
        after = TelnyxAutoConfiguration.class,
        before = TelnyxWebhookAutoConfiguration.class,
        afterName = {
            // Spring Boot 3
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            // Spring Boot 4
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(Outbox.class)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnProperty(name = "telnyx.outbox.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TelnyxOutboxProperties.class)
public final class TelnyxOutboxAutoConfiguration {
    TelnyxOutboxAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Outbox telnyxOutbox(
            TelnyxOutboxProperties properties,
            DataSource dataSource,
            Telnyx telnyx,
            TenantRegistry tenants,
            ObjectProvider<OutboxPolicy> policy,
            ObjectProvider<QuietHours> quietHours) {
        Outbox.Builder builder = Outbox.builder(dataSource)
                .telnyx(telnyx)
                .tenants(name -> tenants.find(name).orElse(null));
        Settings.set("telnyx.outbox.workers", properties.workers(), builder::workers);
        Settings.set("telnyx.outbox.polling-interval", properties.pollingInterval(), builder::pollingInterval);
        Settings.set("telnyx.outbox.heartbeat", properties.heartbeat(), builder::heartbeat);
        Settings.set("telnyx.outbox.send-timeout", properties.sendTimeout(), builder::sendTimeout);
        Settings.set("telnyx.outbox.statement-timeout", properties.statementTimeout(), builder::statementTimeout);
        Settings.set("telnyx.outbox.settle-for", properties.settleFor(), builder::settleFor);
        Settings.set("telnyx.outbox.settle-interval", properties.settleInterval(), builder::settleInterval);
        Settings.set("telnyx.outbox.keep-for", properties.keepFor(), builder::keepFor);
        Settings.set("telnyx.outbox.name", properties.name(), builder::name);
        policy.ifUnique(builder::policy);
        quietHours.ifUnique(builder::quietHours);
        prepare(dataSource, properties.initializeSchema());
        return builder.build();
    }

    private static void prepare(DataSource dataSource, boolean initializeSchema) {
        try {
            if (initializeSchema) {
                OutboxSchema.apply(dataSource);
            }
            OutboxSchema.check(dataSource);
        } catch (OutboxException e) {
            throw new TelnyxConfigurationException(
                    "The outbox cannot be used: " + e.getMessage() + ".",
                    "telnyx.outbox.initialize-schema=true creates the tables at the start, telnyx.outbox.enabled=false "
                            + "leaves the outbox out.",
                    e);
        }
    }

    @Bean
    @ConditionalOnProperty(name = "telnyx.outbox.send", matchIfMissing = true)
    SmartLifecycle telnyxOutboxStart(Outbox outbox) {
        return new Start(outbox);
    }

    @Bean
    @ConditionalOnWebApplication
    EventRouterCustomizer telnyxOutboxEvents(ObjectProvider<Outbox> outbox) {
        return router -> router.before(
                        MessageEvent.class, event -> outbox.getObject().record(event))
                .before(NumberOrderEvent.class, event -> outbox.getObject().record(event));
    }

    /** With Spring's transactions. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataSourceUtils.class)
    static class InTransactions {
        @Bean
        @ConditionalOnMissingBean
        TransactionalOutbox telnyxTransactionalOutbox(Outbox outbox, DataSource dataSource) {
            return new TransactionalOutbox(outbox, dataSource);
        }
    }

    /**
     * Starts the workers after all else. It does not end them: a bean that enqueues when it is destroyed would find no worker,
     * and a context that is paused and started again no outbox. They end when the outbox is destroyed, before what it uses.
     */
    private static final class Start implements SmartLifecycle {
        private final Outbox outbox;
        private volatile boolean running;

        Start(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void start() {
            outbox.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
