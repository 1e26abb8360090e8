package org.telnyx4j.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the limits of a message depend on.
 *
 * @param tenant whose it is, empty for the client itself
 * @param account which account sends it
 * @param sender number, short code or alphanumeric id; null where a profile chooses
 * @param profile the messaging profile, if one is named
 * @param recipients to whom
 * @param parts of how many parts the text is
 * @param mms whether it goes as MMS
 * @param scheduled whether Telnyx keeps it for later, and sends it by the limits of that time
 */
record PacedMessage(
        String tenant,
        String account,
        @Nullable String sender,
        @Nullable String profile,
        List<String> recipients,
        int parts,
        boolean mms,
        boolean scheduled) {

    /** Returns what it needs of each limit. */
    Ask ask(PacingLimits limits) {
        List<Ask.Claim> claims = new ArrayList<>();
        String kindOfMessage = mms ? "mms" : "sms";
        int all = Math.max(1, recipients.size());
        add(claims, "account:" + kindOfMessage, limits.account(mms), all);
        SenderKind kind = SenderKind.of(sender);
        if (scheduled) {
            // Telnyx spaces what is due at the same time; the request alone counts now.
        } else if (sender == null || kind == SenderKind.NUMBER_POOL) {
            add(claims, "profile:" + (profile == null ? "" : profile), limits.ofKind(SenderKind.NUMBER_POOL), all);
        } else {
            addSender(claims, limits, sender, kind);
        }
        StringBuilder lane = new StringBuilder();
        claims.forEach(claim -> lane.append(claim.key()).append('\n'));
        return new Ask(tenant, lane.toString(), List.copyOf(claims));
    }

    private void addSender(List<Ask.Claim> claims, PacingLimits limits, String sender, SenderKind kind) {
        int all = Math.max(1, recipients.size());
        int toUnitedStates =
                (int) recipients.stream().filter(NorthAmerica::isUnitedStates).count();
        Optional<Limit> own = limits.sender(sender);
        Optional<String> campaign = limits.campaignOf(sender);
        String key = "sender:" + sender;
        if (own.isPresent()) {
            add(claims, key, own.get(), all);
        } else if (kind != SenderKind.LONG_CODE) {
            add(claims, key, limits.ofKind(kind), all);
        } else {
            add(claims, key, limits.ofKind(kind), all - toUnitedStates);
            if (campaign.isEmpty()) {
                add(claims, key + ":us", limits.longCodeToUnitedStates(), toUnitedStates);
            }
        }
        if (campaign.isPresent()) {
            String name = campaign.get();
            int counted = kind == SenderKind.LONG_CODE ? toUnitedStates : all;
            add(claims, "campaign:" + name + (mms ? ":mms" : ""), limits.campaign(name, mms), counted);
        }
    }

    private void add(List<Ask.Claim> claims, String key, Limit limit, int messages) {
        if (messages > 0) {
            long units = limit.counted() == Limit.Counted.PARTS ? (long) messages * Math.max(1, parts) : messages;
            claims.add(new Ask.Claim(key, limit, units));
        }
    }
}
