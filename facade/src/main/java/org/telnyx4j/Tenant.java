package org.telnyx4j;

import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.validation.TextRules;

/**
 * A named set of settings that one of many customers has. What a tenant leaves out is taken from the client's own
 * settings. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * Tenant acme = Tenant.builder("acme").apiKey(key).from("+14165550123").build();
 * telnyx.withTenant(acme).messages().send(message);
 * }</pre>
 */
public final class Tenant {
    private final String name;
    private final CallSettings callSettings;
    private final MessagingDefaults messagingDefaults;

    private Tenant(Builder builder) {
        this.name = builder.name;
        this.callSettings = builder.callSettings();
        this.messagingDefaults = builder.messagingDefaults();
    }

    /**
     * Starts a tenant.
     *
     * @param name what telemetry calls the tenant; not blank, and nothing private
     * @return a new builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(Arguments.require(name, "name", TextRules::notBlank));
    }

    /**
     * Returns the name.
     *
     * @return what telemetry calls the tenant
     */
    public String name() {
        return name;
    }

    CallSettings callSettings() {
        return callSettings;
    }

    MessagingDefaults messagingDefaults() {
        return messagingDefaults;
    }

    /** Shows the name; the rest is private. */
    @Override
    public String toString() {
        return "Tenant[" + name + "]";
    }

    /** Collects a tenant's settings. Mutable, for one thread. */
    public static final class Builder extends SettingsBuilder<Builder> {
        private final String name;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Creates the tenant.
         *
         * @return an immutable tenant
         */
        public Tenant build() {
            return new Tenant(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
