package org.telnyx4j.examples;

import java.time.Duration;
import javax.sql.DataSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.pacing.CampaignClass;
import org.telnyx4j.pacing.Limit;
import org.telnyx4j.pacing.Pacer;
import org.telnyx4j.pacing.PacingLimits;
import org.telnyx4j.pacing.PacingSchema;

/** The README's samples on pacing. What stands between two marks is in the README word for word; a test holds that. */
final class PacingSamples {
    private PacingSamples() {}

    static Telnyx client(String key, String baseUrl) {
        // [pacing]
        Pacer pacer = Pacer.builder()
                .limits(PacingLimits.builder() // what is not set has the limit that Telnyx documents
                        .account(Limit.perSecond(100))
                        .campaign("C7QX2", CampaignClass.C, "+13125550100", "+13125550101")
                        .sender("+18005550100", Limit.perSecond(60).counting(Limit.Counted.PARTS))
                        .build())
                .build();
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .baseUrl(baseUrl)
                .timeout(Duration.ofSeconds(30)) // a text waits for its turn up to 2 s before that
                .sendGuard(pacer)
                .build();
        // [/pacing]
        return telnyx;
    }

    static Pacer shared(DataSource dataSource) {
        // [pacingshared]
        PacingSchema.apply(dataSource); // or its scripts, by your migration tool

        Pacer pacer = Pacer.builder()
                .sharedBy(dataSource)
                .waitAtMost(Duration.ZERO) // refuse at once, with retryAfter: for callers with a queue of their own
                .build();
        // [/pacingshared]
        return pacer;
    }
}
