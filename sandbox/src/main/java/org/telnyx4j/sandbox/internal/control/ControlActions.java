package org.telnyx4j.sandbox.internal.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxCalls;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** What a {@code POST} below {@code /_sandbox} does. */
final class ControlActions {
    private static final Map<String, ?> DONE = Map.of("result", "ok");

    private final TelnyxSandbox sandbox;

    ControlActions(TelnyxSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Does what a path stands for.
     *
     * @return what to respond, or null if there is nothing at this path
     */
    @Nullable
    Map<String, ?> run(List<String> path, ControlBody body) {
        return switch (path.size()) {
            case 1 -> one(path.get(0), body);
            case 2 -> two(path.get(0) + "/" + path.get(1), body);
            case 3 -> three(path.get(0), path.get(1), path.get(2), body);
            default -> null;
        };
    }

    private @Nullable Map<String, ?> one(String action, ControlBody body) {
        return switch (action) {
            case "receive-sms" -> {
                String from = body.text("from");
                String to = body.text("to");
                String text = body.optionalText("text").orElse("");
                List<String> media = body.texts("media_urls");
                body.refuseOthers();
                yield shown(
                        media.isEmpty()
                                ? sandbox.receiveSms(from, to, text)
                                : sandbox.receiveMms(from, to, text, media));
            }
            case "incoming-call" -> {
                String from = body.text("from");
                String to = body.text("to");
                body.refuseOthers();
                yield shown(sandbox.calls().incoming(from, to));
            }
            case "faults" -> {
                sandbox.failNext(FaultRequest.read(body));
                yield DONE;
            }
            case "seed" -> {
                sandbox.seed(body.all());
                yield DONE;
            }
            case "reset" -> {
                body.refuseOthers();
                sandbox.reset();
                yield DONE;
            }
            case "await-idle" -> {
                body.refuseOthers();
                sandbox.awaitIdle();
                yield DONE;
            }
            default -> null;
        };
    }

    private @Nullable Map<String, ?> two(String action, ControlBody body) {
        return switch (action) {
            case "clock/advance" -> {
                Duration by = Duration.ofMillis(body.number("milliseconds", 0, 31_622_400_000L)
                        .orElseGet(() -> body.number("seconds", 0, 31_622_400L)
                                .map(seconds -> seconds * 1000)
                                .orElseThrow(
                                        () -> new IllegalArgumentException("seconds or milliseconds is missing."))));
                body.refuseOthers();
                sandbox.clock().advance(by);
                yield SandboxState.fields("now", sandbox.clock().now());
            }
            case "faults/clear" -> {
                body.refuseOthers();
                sandbox.clearFaults();
                yield DONE;
            }
            default -> null;
        };
    }

    private @Nullable Map<String, ?> three(String kind, String id, String action, ControlBody body) {
        return switch (kind + "/" + action) {
            case "messages/mark" -> {
                require(sandbox.messages().find(id).isPresent(), "message");
                String status = body.text("status");
                String code = body.optionalText("error_code").orElse("40001");
                body.refuseOthers();
                yield shown(
                        status.equals("delivery_failed")
                                ? sandbox.messages().markDeliveryFailed(id, code)
                                : sandbox.messages().markAs(id, status));
            }
            case "orders/complete" -> settle(id, body, true);
            case "orders/fail" -> settle(id, body, false);
            case "webhooks/redeliver" -> {
                body.refuseOthers();
                require(
                        sandbox.webhooks().events().stream()
                                .anyMatch(event -> event.id().equals(id)),
                        "event");
                sandbox.webhooks().redeliver(id);
                yield DONE;
            }
            case "calls/answer",
                    "calls/hang-up",
                    "calls/press-digits",
                    "calls/say",
                    "calls/say-human",
                    "calls/say-machine",
                    "calls/greeting-ends",
                    "calls/hold" -> {
                require(sandbox.calls().find(id).isPresent(), "call");
                yield shown(onTheOtherSide(action, id, body));
            }
            default -> null;
        };
    }

    /** What the person, or the machine, on the other side of the line does. */
    private SandboxCall onTheOtherSide(String action, String id, ControlBody body) {
        SandboxCalls calls = sandbox.calls();
        Function<String, SandboxCall> step = switch (action) {
            case "answer" -> calls::answer;
            case "hang-up" -> {
                Optional<String> cause = body.optionalText("cause");
                yield call -> cause.isPresent() ? calls.hangUp(call, cause.get()) : calls.hangUp(call);
            }
            case "press-digits" -> {
                String digits = body.text("digits");
                yield call -> calls.pressDigits(call, digits);
            }
            case "say" -> {
                String text = body.text("text");
                yield call -> calls.say(call, text);
            }
            case "say-human" -> calls::sayHuman;
            case "say-machine" -> calls::sayMachine;
            case "greeting-ends" -> {
                boolean beep = body.bool("beep").orElse(false);
                yield call -> calls.greetingEnds(call, beep);
            }
            default -> {
                boolean on = body.bool("on").orElse(true);
                yield call -> calls.hold(call, on);
            }
        };
        body.refuseOthers();
        return step.apply(id);
    }

    private Map<String, ?> settle(String id, ControlBody body, boolean complete) {
        require(sandbox.orders().find(id).isPresent(), "order");
        body.refuseOthers();
        return SandboxState.order(
                complete ? sandbox.orders().complete(id) : sandbox.orders().fail(id));
    }

    private Map<String, ?> shown(SandboxMessage message) {
        return new SandboxState(sandbox).message(message);
    }

    private Map<String, ?> shown(SandboxCall call) {
        return new SandboxState(sandbox).call(call);
    }

    private static void require(boolean found, String kind) {
        if (!found) {
            throw new NoSuchElementException("There is no such " + kind + ".");
        }
    }
}
