package org.telnyx4j.spring;

import org.telnyx4j.Telnyx;

/**
 * Changes the client of the application before it is created. All beans of this type are called once, in their order
 * ({@code @Order}), after the properties were applied: what they set wins.
 *
 * <pre>{@code
 * @Bean
 * TelnyxBuilderCustomizer keyFromVault(Vault vault) {
 *     return builder -> builder.apiKey(vault::telnyxKey); // asked for each request
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TelnyxBuilderCustomizer {
    /**
     * Changes settings.
     *
     * @param builder the client's, with all properties applied
     */
    void customize(Telnyx.Builder builder);
}
