package org.telnyx4j.sandbox.assertj;

import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.SandboxMessage;

/** How failures name things. */
final class Words {
    /** One line for each, indented. */
    static final Collector<CharSequence, ?, String> LINES = Collectors.joining(System.lineSeparator() + "  ", "  ", "");

    private static final Pattern NUMBER = Pattern.compile("(?:\\+|%2[Bb])?[0-9]{3,}(?=[0-9]{4}(?![0-9]))");

    private Words() {}

    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll("…");
    }

    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String are(int count, String what) {
        boolean countable = !what.equals("such") && !what.startsWith("other");
        return (count == 1 ? "was 1 " : "were " + count + " ") + what + (countable && count != 1 ? "s" : "");
    }

    static String describe(SandboxMessage message) {
        return message.direction() + " " + message.type() + " from " + masked(message.from()) + " to "
                + message.to().stream().map(Words::masked).collect(Collectors.joining(", ")) + ", " + message.status()
                + message.errorCode().map(code -> " " + code).orElse("");
    }

    static String describe(SandboxCall call) {
        return call.direction() + " call from " + masked(call.from()) + " to "
                + call.to().stream().map(Words::masked).collect(Collectors.joining(", "))
                + (call.isAlive() ? ", up" : ", ended");
    }

    static String describe(SandboxDelivery delivery) {
        return delivery.eventType() + ", try " + delivery.attempt() + ": " + delivery.result()
                + delivery.httpStatus().map(status -> " " + status).orElse("");
    }

    static String describe(ReceivedRequest request) {
        return request.method() + " " + masked(request.path()) + " -> "
                + request.status().map(String::valueOf).orElse("no response yet")
                + request.errors().stream()
                        .map(error -> " " + error.getCode() + " " + error.getTitle())
                        .collect(Collectors.joining(","));
    }
}
