package org.telnyx4j.internal.errors;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.decision.Decision;

/** What to do, in more words than the advice has. Each is a phrase without full stop. */
final class RemedyText {
    private RemedyText() {}

    /** A base URL without the version leads to nothing, whatever the id; null where it has it. */
    static @Nullable String ofNotFound(Call call) {
        return call.uri().getRawPath().contains("/v2/")
                ? null
                : "check the id, and the base URL, which has no /v2 at its end as that of Telnyx has";
    }

    /** For a success that may be of something else than Telnyx: a proxy's login page, a wrong base URL. */
    static String ofUnprovenSuccess(Decision decision, Call call) {
        String check = "something other than Telnyx may have responded, so check the base URL and any proxy";
        if (decision.next() != Decision.Next.FIND_OUT) {
            return check;
        }
        String find = call.remedyWhenUnknown();
        return check + ", and " + (find == null ? "find out before trying again" : find);
    }
}
