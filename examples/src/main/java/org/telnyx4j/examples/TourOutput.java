package org.telnyx4j.examples;

import java.io.PrintStream;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.messaging.MessageResult;

/** Prints the tour: numbered steps, and what came of them. */
final class TourOutput {
    private final PrintStream out;
    private int step;

    TourOutput(PrintStream out) {
        this.out = out;
    }

    void say(String words) {
        step++;
        out.println();
        out.println(step + ". " + words);
    }

    void detail(Object words) {
        out.println("   " + words);
    }

    void detail(MessageResult result) {
        detail((Object) result);
        result.cost().ifPresent(cost -> detail("cost " + cost.amount().toPlainString() + " " + cost.currency()));
    }

    void detail(TelnyxException e) {
        detail(e.getClass().getSimpleName() + ": " + e.getMessage());
        detail("type " + e.type() + ", outcome " + e.outcome() + ", advice " + e.advice());
    }
}
