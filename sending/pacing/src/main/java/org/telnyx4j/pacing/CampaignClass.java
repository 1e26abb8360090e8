package org.telnyx4j.pacing;

/**
 * The message classes by which AT&amp;T limits a 10DLC campaign, and the documented throughput of each. The class of a campaign
 * stands in Telnyx's portal. T-Mobile has daily caps per brand instead; others name none. Since the carrier of a recipient is
 * not known here, the limit is kept for all of them together.
 *
 * <p>Source: Telnyx, "SMS messaging rate limits", section 10DLC
 * (developers.telnyx.com/docs/messaging/messages/rate-limiting).
 */
public enum CampaignClass {
    /** Dedicated use case, vetting score 75 to 100. */
    A(4_500, 2_400),
    /** Mixed or marketing, vetting score 75 to 100. */
    B(4_500, 2_400),
    /** Dedicated use case, vetting score 50 to 74. */
    C(2_400, 1_200),
    /** Mixed or marketing, vetting score 50 to 74. */
    D(2_400, 1_200),
    /** Dedicated use case, vetting score 1 to 49. */
    E(240, 150),
    /** Mixed or marketing, vetting score 1 to 49. */
    F(240, 150),
    /** Low volume, mixed. */
    T(75, 50),
    /** Political. */
    K(4_500, 2_400),
    /** Charity. */
    P(2_400, 1_200),
    /** Social. */
    S(9_000, 2_400),
    /** Emergency and public safety. */
    X(4_500, 2_400),
    /** Sole proprietor. */
    W(15, 50);

    private final int smsPerMinute;
    private final int mmsPerMinute;

    CampaignClass(int smsPerMinute, int mmsPerMinute) {
        this.smsPerMinute = smsPerMinute;
        this.mmsPerMinute = mmsPerMinute;
    }

    /**
     * Returns the limit of SMS. It counts parts, as carriers do; Telnyx's page does not say what it counts.
     *
     * @return the limit
     */
    public Limit sms() {
        return Limit.perMinute(smsPerMinute).counting(Limit.Counted.PARTS);
    }

    /**
     * Returns the limit of MMS.
     *
     * @return the limit
     */
    public Limit mms() {
        return Limit.perMinute(mmsPerMinute);
    }
}
