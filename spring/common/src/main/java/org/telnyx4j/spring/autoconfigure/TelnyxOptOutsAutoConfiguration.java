package org.telnyx4j.spring.autoconfigure;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.optouts.InMemoryOptOutStore;
import org.telnyx4j.optouts.JdbcOptOutStore;
import org.telnyx4j.optouts.OptOutSchema;
import org.telnyx4j.optouts.OptOutStore;
import org.telnyx4j.optouts.OptOutStoreException;
import org.telnyx4j.optouts.OptOuts;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.webhooks.EventRouterCustomizer;

/**
 * The opt-outs of the application, where telnyx4j-opt-outs is on the class path: they guard all sends of the client and its
 * tenants, and hear STOP and START from the webhook endpoint. A tenant in the properties with an API key of its own is an
 * account of its own; one without sends for the client's. An event is heard for the accounts whose {@code messaging-profile-id}
 * or {@code from} it names, and for all of them if none has either. With {@code telnyx.opt-outs.whole-account} let each account
 * have one of these: a START for an account that cannot be told apart would count for all. For the tenants of a
 * {@code TenantSource} the application hears itself ({@code OptOuts.tenant}), or maps them to one account with a bean of its own.
 */
@AutoConfiguration(
        before = {TelnyxAutoConfiguration.class, TelnyxWebhookAutoConfiguration.class},
        afterName = {
            // Spring Boot 3
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            // Spring Boot 4
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(OptOuts.class)
@ConditionalOnProperty(name = "telnyx.opt-outs.enabled", matchIfMissing = true)
@EnableConfigurationProperties({TelnyxOptOutsProperties.class, TelnyxProperties.class})
public final class TelnyxOptOutsAutoConfiguration {
    static final int ORDER = 0;

    TelnyxOptOutsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    OptOutStore telnyxOptOutStore(TelnyxOptOutsProperties properties, ObjectProvider<DataSource> dataSources) {
        DataSource dataSource = dataSources.getIfUnique();
        TelnyxOptOutsProperties.Store store = properties.store();
        if (store == TelnyxOptOutsProperties.Store.MEMORY || (store == null && dataSource == null)) {
            return new InMemoryOptOutStore();
        }
        return jdbc(dataSource, properties.initializeSchema());
    }

    private static OptOutStore jdbc(@Nullable DataSource dataSource, boolean initializeSchema) {
        if (dataSource == null) {
            throw new TelnyxConfigurationException(
                    "The property telnyx.opt-outs.store is jdbc, and there is no single DataSource.",
                    "Add one, mark one as primary, or add a bean of type OptOutStore.",
                    null);
        }
        try {
            if (initializeSchema) {
                OptOutSchema.apply(dataSource);
            }
            OptOutSchema.check(dataSource);
            return new JdbcOptOutStore(dataSource);
        } catch (OptOutStoreException e) {
            throw new TelnyxConfigurationException(
                    "The opt-outs cannot be kept in the database: " + e.getMessage(),
                    "telnyx.opt-outs.initialize-schema=true creates the tables at the start, "
                            + "telnyx.opt-outs.store=memory keeps them in memory.",
                    e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    @Order(ORDER)
    OptOuts telnyxOptOuts(TelnyxOptOutsProperties properties, TelnyxProperties client, OptOutStore store) {
        OptOuts.Builder builder = OptOuts.builder(store)
                .accounts(tenant -> sharesTheClientsAccount(client.tenants().get(tenant)) ? "" : tenant)
                .wholeAccount(properties.wholeAccount())
                .sendWithoutStore(properties.sendWithoutStore());
        Settings.named(
                "telnyx.opt-outs.stop-words",
                () -> builder.stopWords(properties.stopWords().toArray(String[]::new)));
        Settings.named(
                "telnyx.opt-outs.start-words",
                () -> builder.startWords(properties.startWords().toArray(String[]::new)));
        return builder.build();
    }

    private static boolean sharesTheClientsAccount(TelnyxProperties.@Nullable Tenant tenant) {
        return tenant != null && tenant.apiKey() == null;
    }

    @Bean
    @ConditionalOnWebApplication
    EventRouterCustomizer telnyxOptOutEvents(OptOuts optOuts, TelnyxProperties client) {
        OptOutEvents events = new OptOutEvents(optOuts, client);
        return router -> router.before(MessageEvent.class, events::hear);
    }
}
