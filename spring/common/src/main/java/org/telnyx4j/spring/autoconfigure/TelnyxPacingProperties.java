package org.telnyx4j.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.telnyx4j.pacing.CampaignClass;
import org.telnyx4j.pacing.Limit;

/**
 * The properties of {@code telnyx.pacing.*}. What is null is not set, and the limits that Telnyx documents hold.
 *
 * @param enabled Whether sends are paced where telnyx4j-pacing is on the class path.
 * @param waitAtMost How long a thread waits at most, 0 to refuse at once. As long as the deadline of the call admits unless
 *     set.
 * @param margin By which part windows are stretched for messages that overtake each other, 0 to 0.5. 0.03 unless set.
 * @param shared Whether the limits are shared with other processes by the DataSource.
 * @param initializeSchema Whether the tables are created at the start, where limits are shared.
 * @param renewal How often the database is asked for each limit in use, 1 to 60 s. 1 s unless set.
 * @param account Limit of all SMS of the account. 50 a second unless set.
 * @param accountMms Limit of all MMS of the account. 15 a second unless set.
 * @param tollFree Limit of each toll-free sender. 20 a second unless set.
 * @param shortCode Limit of each short code. 1,000 a second unless set.
 * @param alphanumeric Limit of each alphanumeric sender. One in ten seconds unless set.
 * @param longCode Limit of each long code outside of the United States. One in ten seconds unless set.
 * @param longCodeToUnitedStates Limit of each long code without a campaign within the United States. 60 a minute unless set.
 * @param senders Limits of single senders, such as telnyx.pacing.senders[+13125550100].messages.
 * @param campaigns The 10DLC campaigns by name.
 */
@ConfigurationProperties("telnyx.pacing")
public record TelnyxPacingProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Duration waitAtMost,
        @Nullable Double margin,
        @DefaultValue("false") boolean shared,
        @DefaultValue("false") boolean initializeSchema,
        @Nullable Duration renewal,
        @Nullable Rate account,
        @Nullable Rate accountMms,
        @Nullable Rate tollFree,
        @Nullable Rate shortCode,
        @Nullable Rate alphanumeric,
        @Nullable Rate longCode,
        @Nullable Rate longCodeToUnitedStates,
        @DefaultValue Map<String, Rate> senders,
        @DefaultValue Map<String, Campaign> campaigns) {

    /** Shows no sender. */
    @Override
    public String toString() {
        return "TelnyxPacingProperties[enabled=" + enabled + ", shared=" + shared + ", " + senders.size() + " senders, "
                + campaigns.size() + " campaigns]";
    }

    /**
     * A limit.
     *
     * @param messages How many may be sent.
     * @param per In how long.
     * @param count Whether messages or their parts are counted.
     */
    public record Rate(
            long messages,
            @DefaultValue("1s") Duration per,
            @DefaultValue("messages") Limit.Counted count) {
        Limit limit() {
            return Limit.of(messages, per).counting(count);
        }
    }

    /**
     * A 10DLC campaign.
     *
     * @param messageClass The class by which AT&amp;T limits it, from Telnyx's portal.
     * @param sms Limit of its SMS, in place of that of the class.
     * @param mms Limit of its MMS, in place of that of the class.
     * @param senders The numbers that belong to it.
     */
    public record Campaign(
            @Nullable CampaignClass messageClass,
            @Nullable Rate sms,
            @Nullable Rate mms,
            @DefaultValue List<String> senders) {

        /** Shows no sender. */
        @Override
        public String toString() {
            return "Campaign[messageClass=" + messageClass + ", " + senders.size() + " senders]";
        }

        Limit smsLimit() {
            return sms != null ? sms.limit() : messageClass().sms();
        }

        Limit mmsLimit() {
            return mms != null ? mms.limit() : messageClass().mms();
        }

        /** Returns the class, T (the lowest for many recipients) unless set. */
        @Override
        public CampaignClass messageClass() {
            return messageClass == null ? CampaignClass.T : messageClass;
        }
    }
}
