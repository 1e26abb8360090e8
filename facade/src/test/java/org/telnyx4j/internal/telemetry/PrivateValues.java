package org.telnyx4j.internal.telemetry;

import java.util.ArrayList;
import java.util.List;

/** What callers say that is nobody else's business. Each can be recognised wherever it turns up. */
final class PrivateValues {
    static final String KEY = "KEY0123456789abcdef";
    static final String NUMBER = "+16135550142";
    static final String SENDER = "+16135550187";
    static final String TEXT = "Meet me at the quay";
    static final String STATE = "ticket of Jane Doe";
    static final String STATE_ON_THE_WIRE = "dGlja2V0IG9mIEphbmUgRG9l";
    static final String SIP = "sip:jane.doe@pbx.hidden.example;token=sesame";
    static final String HEADER = "diagnosis flu";
    static final String NAME = "Clinic of Jane Doe";
    static final String REFERENCE = "patient Jane Doe";
    static final String URL = "https://hook.hidden.example/jane/doe?token=sesame";
    static final String PASSWORD = "opensesame";
    static final String DIGITS = "90210#";

    /** Parts of them that no text for a person may hold: what a mask leaves of a number or a host is not among them. */
    static final List<String> EVERYWHERE = List.of(
            "6135550142",
            "5550142",
            "6135550187",
            "5550187",
            KEY,
            "Bearer",
            "quay",
            STATE_ON_THE_WIRE,
            "Jane",
            "jane",
            "sesame",
            "flu",
            DIGITS);

    /** Parts of them that are not exported either. */
    static final List<String> IN_TELEMETRY = List.of("hidden.example", "hook", "pbx");

    private PrivateValues() {}

    /** Returns the parts that a text has, each with what is around it. */
    static List<String> found(List<String> parts, String text) {
        List<String> found = new ArrayList<>();
        for (String part : parts) {
            int at = text.indexOf(part);
            if (at >= 0) {
                found.add(text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200)));
            }
        }
        return found;
    }
}
