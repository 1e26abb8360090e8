package org.telnyx4j;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.FixedApiKey;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.validation.TextRules;

/**
 * Collects the settings that a client and a tenant have in common. A setting that a tenant leaves out is the client's.
 * Mutable, for one thread.
 *
 * @param <B> the builder itself
 */
public abstract class SettingsBuilder<B extends SettingsBuilder<B>> {
    @Nullable
    Supplier<String> apiKey;

    @Nullable
    String from;

    @Nullable
    String messagingProfileId;

    @Nullable
    String webhookUrl;

    @Nullable
    String webhookFailoverUrl;

    @Nullable
    String connectionId;

    @Nullable
    Boolean correlateSends;

    @Nullable
    Duration timeout;

    @Nullable
    RetryOptions retries;

    SettingsBuilder() {}

    /**
     * Sets the API key. A call for which neither the call, nor its tenant, nor the client has a key fails before anything
     * is sent; so one tenant's missing key stops that tenant only.
     *
     * @param apiKey the key
     * @return this builder
     */
    public B apiKey(String apiKey) {
        this.apiKey = new FixedApiKey(Objects.requireNonNull(apiKey, "apiKey"));
        return self();
    }

    /**
     * Sets where the API key comes from. It is asked for each request, so a key can change without a restart.
     *
     * @param apiKey returns the key; must be safe for use by many threads. It runs on a thread of the library, so that one
     *     that blocks cannot hold a call beyond its deadline. What it throws reaches the caller as the cause of a {@link org.telnyx4j.errors.TelnyxAuthenticationException}
     * @return this builder
     */
    public B apiKey(Supplier<String> apiKey) {
        this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
        return self();
    }

    /**
     * Sets the default sender of messages. Where it is a number in E.164 form, it is also the default caller id of
     * calls that are placed ({@code calls().dial}); transfers do not use it. A sender that cannot call, such as a
     * short code, is accepted here: a call that has no caller id of its own is then refused before it is sent.
     *
     * @param from a number in E.164 form, a short code, or an alphanumeric id
     * @return this builder
     * @throws IllegalArgumentException if it is none of these
     */
    public B from(String from) {
        this.from = Arguments.require(from, "from", TextRules::sender);
        return self();
    }

    /**
     * Sets the default messaging profile.
     *
     * @param messagingProfileId the profile's id
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public B messagingProfileId(String messagingProfileId) {
        this.messagingProfileId = Arguments.require(messagingProfileId, "messagingProfileId", TextRules::notBlank);
        return self();
    }

    /**
     * Sets where events about messages go.
     *
     * @param webhookUrl an http or https URL
     * @return this builder
     * @throws IllegalArgumentException if it is no such URL
     */
    public B webhookUrl(String webhookUrl) {
        this.webhookUrl = Arguments.require(webhookUrl, "webhookUrl", TextRules::httpUrl);
        return self();
    }

    /**
     * Sets where events about messages go if the webhook URL does not respond.
     *
     * @param webhookFailoverUrl an http or https URL
     * @return this builder
     * @throws IllegalArgumentException if it is no such URL
     */
    public B webhookFailoverUrl(String webhookFailoverUrl) {
        this.webhookFailoverUrl = Arguments.require(webhookFailoverUrl, "webhookFailoverUrl", TextRules::httpUrl);
        return self();
    }

    /**
     * Sets whether each message gets a random token by which it can be found again, should the response be lost: by its
     * events, and by {@code messages().settle}. False unless the tenant or the client sets it.
     *
     * <p>The token is a query parameter, {@code telnyx4j-token}, at the end of the message's {@code webhook_url} and {@code
     * webhook_failover_url}, whether these are set on the message or by default. All else of the request stays as it is
     * set, and a message that has no webhook URL is sent without a token; so is one whose URL would become longer than
     * 2,048 characters. A URL that has this parameter already is refused. The server behind the URL must accept the
     * parameter.
     *
     * @param correlateSends whether messages get a token
     * @return this builder
     */
    public B correlateSends(boolean correlateSends) {
        this.correlateSends = correlateSends;
        return self();
    }

    /**
     * Sets the default Call Control application of calls that are placed: {@code calls().dial} uses it where the
     * call names none. Nothing else does, in particular no order of numbers.
     *
     * @param connectionId the application's id, which Telnyx calls connection id
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public B connectionId(String connectionId) {
        this.connectionId = Arguments.require(connectionId, "connectionId", TextRules::notBlank);
        return self();
    }

    /**
     * Sets the total deadline of each call: from its start to the last byte of the response. 10 s where neither tenant
     * nor client sets it.
     *
     * @param timeout longer than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public B timeout(Duration timeout) {
        this.timeout = Arguments.require(timeout, "timeout", TextRules::positive);
        return self();
    }

    /**
     * Sets how a failed request is sent again; up to 2 retries where neither tenant nor client sets it. A tenant's
     * options replace all of the client's.
     *
     * @param retries the options, such as {@link RetryOptions#off()}
     * @return this builder
     */
    public B retries(RetryOptions retries) {
        this.retries = Objects.requireNonNull(retries, "retries");
        return self();
    }

    abstract B self();

    CallSettings callSettings() {
        return new CallSettings(apiKey, timeout, retries);
    }

    MessagingDefaults messagingDefaults() {
        return new MessagingDefaults(
                from, messagingProfileId, webhookUrl, webhookFailoverUrl, connectionId, correlateSends);
    }
}
