package org.telnyx4j.sandbox.internal.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.internal.time.Scheduled;

/** The keys that a call is asked for. Guarded by the lock of {@link CallService}. */
final class GatherState {
    private static final String ALL_KEYS = "0123456789#*";

    final String validDigits;
    final String terminating;
    final int minimum;
    final int maximum;
    final Duration initialTimeout;
    final Duration betweenTimeout;
    final Duration totalTimeout;
    final StringBuilder digits = new StringBuilder();

    /** How many times the prompt is still given again. */
    int triesLeft;

    @Nullable
    Scheduled timer;

    @Nullable
    Scheduled totalTimer;

    /** Reads the request of any of the commands that gather. */
    GatherState(JsonModel request, boolean prompted) {
        validDigits = CallFeatures.text(request, "valid_digits", ALL_KEYS);
        terminating = CallFeatures.text(request, "terminating_digit", "#");
        minimum = number(request, "minimum_digits", 1);
        maximum = number(request, "maximum_digits", 128);
        totalTimeout = time(request, "timeout_millis", 60_000);
        initialTimeout = prompted ? totalTimeout : time(request, "initial_timeout_millis", 5_000);
        betweenTimeout = time(request, "inter_digit_timeout_millis", 5_000);
        triesLeft = prompted ? number(request, "maximum_tries", 3) - 1 : 0;
    }

    private static int number(JsonModel request, String name, int otherwise) {
        return request.get(name) instanceof Integer given ? given : otherwise;
    }

    private static Duration time(JsonModel request, String name, int otherwiseMillis) {
        return request.get(name) instanceof Duration given ? given : Duration.ofMillis(otherwiseMillis);
    }

    void cancelTimers() {
        if (timer != null) {
            timer.cancel();
        }
        if (totalTimer != null) {
            totalTimer.cancel();
        }
    }

    /** Returns the status with which the input ends when no more keys come. */
    String statusAtTimeout() {
        if (digits.isEmpty()) {
            return "timeout";
        }
        return digits.length() >= minimum ? "valid" : "invalid";
    }
}
