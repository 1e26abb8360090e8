package org.telnyx4j.spring.autoconfigure;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.telnyx4j.pacing.Limit;
import org.telnyx4j.pacing.Pacer;
import org.telnyx4j.pacing.PacingException;
import org.telnyx4j.pacing.PacingLimits;
import org.telnyx4j.pacing.PacingSchema;
import org.telnyx4j.spring.TelnyxConfigurationException;

/**
 * The pacer of the application, where telnyx4j-pacing is on the class path. It guards all sends of the client and its tenants,
 * after those who have opted out were refused. It gives way to one of the application's own, and so do its limits.
 */
@AutoConfiguration(before = TelnyxAutoConfiguration.class)
@ConditionalOnClass(Pacer.class)
@ConditionalOnProperty(name = "telnyx.pacing.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TelnyxPacingProperties.class)
public final class TelnyxPacingAutoConfiguration {
    /** After the opt-outs: who gets nothing uses no limit up. */
    static final int ORDER = 100;

    TelnyxPacingAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    PacingLimits telnyxPacingLimits(TelnyxPacingProperties properties) {
        PacingLimits.Builder builder = PacingLimits.builder();
        set("account", properties.account(), builder::account);
        set("account-mms", properties.accountMms(), builder::accountMms);
        set("toll-free", properties.tollFree(), builder::tollFree);
        set("short-code", properties.shortCode(), builder::shortCode);
        set("alphanumeric", properties.alphanumeric(), builder::alphanumeric);
        set("long-code", properties.longCode(), builder::longCode);
        set("long-code-to-united-states", properties.longCodeToUnitedStates(), builder::longCodeToUnitedStates);
        properties.senders().forEach((sender, rate) -> set("senders", rate, limit -> builder.sender(sender, limit)));
        properties
                .campaigns()
                .forEach((name, campaign) -> Settings.named(
                        "telnyx.pacing.campaigns." + name,
                        () -> builder.campaign(name, campaign.smsLimit(), campaign.mmsLimit(), campaign.senders())));
        return builder.build();
    }

    private static void set(String name, TelnyxPacingProperties.@Nullable Rate rate, Consumer<Limit> setter) {
        Settings.set("telnyx.pacing." + name, rate, given -> setter.accept(given.limit()));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    @Order(ORDER)
    Pacer telnyxPacer(TelnyxPacingProperties properties, PacingLimits limits, ObjectProvider<DataSource> dataSources) {
        Pacer.Builder builder = Pacer.builder().limits(limits);
        Settings.set("telnyx.pacing.wait-at-most", properties.waitAtMost(), builder::waitAtMost);
        Settings.set("telnyx.pacing.margin", properties.margin(), builder::margin);
        Settings.set("telnyx.pacing.renewal", properties.renewal(), builder::renewal);
        return properties.shared()
                ? shared(builder, dataSources.getIfUnique(), properties.initializeSchema())
                : builder.build();
    }

    private static Pacer shared(Pacer.Builder builder, @Nullable DataSource dataSource, boolean initializeSchema) {
        if (dataSource == null) {
            throw new TelnyxConfigurationException(
                    "The property telnyx.pacing.shared is true, and there is no single DataSource.",
                    "Add one, mark one as primary, or add a bean of type Pacer.",
                    null);
        }
        try {
            if (initializeSchema) {
                PacingSchema.apply(dataSource);
            }
            return builder.sharedBy(dataSource).build();
        } catch (PacingException e) {
            throw new TelnyxConfigurationException(
                    "The limits cannot be shared: " + e.getMessage() + ".",
                    "telnyx.pacing.initialize-schema=true creates the tables at the start.",
                    e);
        }
    }
}
