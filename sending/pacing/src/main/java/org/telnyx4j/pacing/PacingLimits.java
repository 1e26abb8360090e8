package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one Telnyx account. Immutable and safe for use by any number of threads, as far as the functions that it was
 * given are.
 *
 * <p>The defaults are what Telnyx documents (developers.telnyx.com/docs/messaging/messages/rate-limiting): 50 SMS and 15 MMS a
 * second for the account; for each sender 20 a second if it is toll-free, 1,000 a second if it is a short code, one in ten
 * seconds if it is alphanumeric or a long code that sends outside of the United States. Long codes that send to the United
 * States are limited by their 10DLC campaign, which only the application knows: {@link Builder#campaign}. Without one, a
 * long code sends 60 a minute there, what the table of message classes has for a single number.
 *
 * <p>Telnyx writes of messages per second, so those limits count messages, one for each recipient. A limit can count parts:
 * {@link Limit#counting}.
 */
public final class PacingLimits {
    private static final PacingLimits DEFAULTS = builder().build();

    private final Builder settings;

    private PacingLimits(Builder settings) {
        this.settings = new Builder(settings);
    }

    /**
     * Returns the documented limits.
     *
     * @return the same object each time
     */
    public static PacingLimits documented() {
        return DEFAULTS;
    }

    /**
     * Starts with the documented limits.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Limit account(boolean mms) {
        return mms ? settings.accountMms : settings.account;
    }

    Optional<Limit> sender(String sender) {
        return Optional.ofNullable(settings.senders.get(sender));
    }

    Limit ofKind(SenderKind kind) {
        return switch (kind) {
            case TOLL_FREE -> settings.tollFree;
            case SHORT_CODE -> settings.shortCode;
            case ALPHANUMERIC -> settings.alphanumeric;
            case LONG_CODE -> settings.longCode;
            case NUMBER_POOL -> settings.numberPool;
        };
    }

    Limit longCodeToUnitedStates() {
        return settings.longCodeToUnitedStates;
    }

    Optional<String> campaignOf(String sender) {
        String named = settings.campaignOfSender.get(sender);
        String campaign = named != null ? named : settings.campaignOf.apply(sender);
        return Optional.ofNullable(campaign);
    }

    Limit campaign(String campaign, boolean mms) {
        Limit limit = (mms ? settings.campaignsMms : settings.campaigns).get(campaign);
        if (limit == null) {
            throw new IllegalArgumentException("There is no limit of the campaign " + campaign
                    + ": set it with PacingLimits.Builder.campaign(name, …), before a sender is said to belong to it.");
        }
        return limit;
    }

    /** Collects limits. Not safe for concurrent use. */
    public static final class Builder {
        private Limit account = Limit.perSecond(50);
        private Limit accountMms = Limit.perSecond(15);
        private Limit tollFree = Limit.perSecond(20);
        private Limit shortCode = Limit.perSecond(1_000);
        private Limit alphanumeric = Limit.of(1, Duration.ofSeconds(10));
        private Limit longCode = Limit.of(1, Duration.ofSeconds(10));
        private Limit longCodeToUnitedStates = Limit.perMinute(60);
        private Limit numberPool = Limit.none();
        private final Map<String, Limit> senders = new HashMap<>();
        private final Map<String, Limit> campaigns = new HashMap<>();
        private final Map<String, Limit> campaignsMms = new HashMap<>();
        private final Map<String, String> campaignOfSender = new HashMap<>();
        private Function<String, @Nullable String> campaignOf = sender -> null;

        private Builder() {}

        private Builder(Builder other) {
            account = other.account;
            accountMms = other.accountMms;
            tollFree = other.tollFree;
            shortCode = other.shortCode;
            alphanumeric = other.alphanumeric;
            longCode = other.longCode;
            longCodeToUnitedStates = other.longCodeToUnitedStates;
            numberPool = other.numberPool;
            senders.putAll(other.senders);
            campaigns.putAll(other.campaigns);
            campaignsMms.putAll(other.campaignsMms);
            campaignOfSender.putAll(other.campaignOfSender);
            campaignOf = other.campaignOf;
        }

        /**
         * Sets the limit of all SMS of the account, 50 a second by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder account(Limit limit) {
            account = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of all MMS of the account, 15 a second by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder accountMms(Limit limit) {
            accountMms = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of each toll-free sender, 20 a second by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder tollFree(Limit limit) {
            tollFree = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of each short code, 1,000 a second by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder shortCode(Limit limit) {
            shortCode = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of each alphanumeric sender, one in ten seconds by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder alphanumeric(Limit limit) {
            alphanumeric = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of each long code for recipients outside of the United States, one in ten seconds by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder longCode(Limit limit) {
            longCode = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of each long code without a campaign for recipients in the United States, 60 a minute by default.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder longCodeToUnitedStates(Limit limit) {
            longCodeToUnitedStates = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of each messaging profile whose number pool chooses the sender; none by default, since it has as many
         * senders as it has numbers.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder numberPool(Limit limit) {
            numberPool = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Sets the limit of one sender, instead of that of its kind and wherever it sends to. That of a campaign holds beside it.
         *
         * @param sender a number in E.164 format, a short code or an alphanumeric id
         * @param limit the limit
         * @return this builder
         */
        public Builder sender(String sender, Limit limit) {
            senders.put(Objects.requireNonNull(sender, "sender"), Objects.requireNonNull(limit, "limit"));
            return this;
        }

        /**
         * Sets the limits of a 10DLC campaign by its message class, and which senders belong to it. Their limit as long codes
         * without a campaign holds no more.
         *
         * @param name the campaign's id or any other name
         * @param messageClass AT&amp;T's class, from Telnyx's portal
         * @param itsSenders numbers in E.164 format
         * @return this builder
         */
        public Builder campaign(String name, CampaignClass messageClass, String... itsSenders) {
            Objects.requireNonNull(messageClass, "messageClass");
            return campaign(name, messageClass.sms(), messageClass.mms(), List.of(itsSenders));
        }

        /**
         * Sets the limits of a campaign, and which senders belong to it.
         *
         * @param name the campaign's id or any other name
         * @param sms the limit of its SMS
         * @param mms the limit of its MMS
         * @param itsSenders numbers in E.164 format; can be empty where {@link #campaignOf} has them
         * @return this builder
         */
        public Builder campaign(String name, Limit sms, Limit mms, Collection<String> itsSenders) {
            Objects.requireNonNull(name, "name");
            campaigns.put(name, Objects.requireNonNull(sms, "sms"));
            campaignsMms.put(name, Objects.requireNonNull(mms, "mms"));
            itsSenders.forEach(sender -> campaignOfSender.put(Objects.requireNonNull(sender, "sender"), name));
            return this;
        }

        /**
         * Sets how the campaign of a sender is found that {@link #campaign} does not name, for accounts whose numbers change.
         *
         * @param function returns the name of a campaign whose limits are set, or null where a sender has none; it is called for
         *     each message and must be fast and safe for concurrent use
         * @return this builder
         */
        public Builder campaignOf(Function<String, @Nullable String> function) {
            campaignOf = Objects.requireNonNull(function, "function");
            return this;
        }

        /**
         * Builds the limits.
         *
         * @return the limits
         */
        public PacingLimits build() {
            return new PacingLimits(this);
        }
    }
}
