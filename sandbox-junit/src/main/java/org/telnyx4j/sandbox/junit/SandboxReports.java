package org.telnyx4j.sandbox.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Writes what a sandbox has seen: the last of each kind, a line for each, and nothing private. */
final class SandboxReports {
    private static final int LAST = 10;

    private SandboxReports() {}

    static SandboxReport of(TelnyxSandbox sandbox) {
        List<String> lines = new ArrayList<>();
        lines.add("what the sandbox had seen when the test failed");
        section(
                lines,
                "requests",
                sandbox.requests().stream().map(SandboxReports::line).toList());
        section(
                lines,
                "texts",
                sandbox.messages().all().stream().map(SandboxReports::line).toList());
        section(
                lines,
                "calls",
                sandbox.calls().all().stream().map(Objects::toString).toList());
        section(
                lines,
                "webhooks",
                sandbox.webhooks().deliveries().stream()
                        .map(SandboxReports::line)
                        .toList());
        if (sandbox.pendingFaults() > 0) {
            lines.add("  faults that no request has met: " + sandbox.pendingFaults());
        }
        return new SandboxReport(String.join(System.lineSeparator(), lines));
    }

    private static void section(List<String> lines, String name, List<String> all) {
        int dropped = Math.max(0, all.size() - LAST);
        lines.add("  " + name
                + (all.isEmpty() ? ": none" : dropped == 0 ? ":" : ", the last " + LAST + " of " + all.size() + ":"));
        all.subList(dropped, all.size()).forEach(line -> lines.add("    " + line));
    }

    private static String line(ReceivedRequest request) {
        String status = request.status().map(code -> "-> " + code).orElse("-> no response yet");
        String errors = request.errors().stream()
                .map(error -> error.getCode()
                        + (error.getSource() == null || error.getSource().getPointer() == null
                                ? ""
                                : " at " + error.getSource().getPointer()))
                .collect(Collectors.joining(", "));
        return request.method() + " " + MaskedDigits.in(request.path()) + " " + status
                + (errors.isEmpty() ? "" : " " + errors)
                + request.fault().map(fault -> ", fault: " + fault).orElse("");
    }

    private static String line(SandboxMessage message) {
        String to = message.to().stream().map(MaskedDigits::in).collect(Collectors.joining(", "));
        return message.direction() + " " + MaskedDigits.in(message.from()) + " -> " + to + ", " + message.type() + ", "
                + message.text().map(text -> text.length() + " characters").orElse("no text") + ", " + message.status()
                + message.errorCode().map(code -> " " + code).orElse("");
    }

    private static String line(SandboxDelivery delivery) {
        return delivery.eventType() + ", try " + delivery.attempt() + " -> " + delivery.result()
                + delivery.httpStatus().map(status -> " " + status).orElse("")
                + delivery.duration()
                        .map(duration -> ", " + duration.toMillis() + " ms")
                        .orElse("")
                + delivery.nextTryAt().map(at -> ", next try at " + at).orElse("");
    }
}
