package org.telnyx4j.sandbox.assertj;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Assertions on a sandbox. For one thread. */
public final class SandboxAssert extends AbstractAssert<SandboxAssert, TelnyxSandbox> {

    SandboxAssert(TelnyxSandbox sandbox) {
        super(sandbox, SandboxAssert.class);
    }

    /**
     * Checks that the account has sent an SMS.
     *
     * @return assertions on all that were sent, to say which
     */
    public MessagesAssert sentSms() {
        return sent("SMS");
    }

    /**
     * Checks that the account has sent an MMS.
     *
     * @return assertions on all that were sent, to say which
     */
    public MessagesAssert sentMms() {
        return sent("MMS");
    }

    /**
     * Checks that the account has sent neither an SMS nor an MMS.
     *
     * @return this
     */
    public SandboxAssert sentNothing() {
        isNotNull();
        List<SandboxMessage> sent = messages("outbound");
        if (!sent.isEmpty()) {
            throw failure(
                    "Expected that nothing was sent, but there %s:%n%s",
                    Words.are(sent.size(), "message"),
                    sent.stream().map(Words::describe).collect(Words.LINES));
        }
        return this;
    }

    /**
     * Checks that the account has received a text.
     *
     * @return assertions on all that were received, to say which
     */
    public MessagesAssert receivedMessage() {
        isNotNull();
        return new MessagesAssert("a received message", messages("inbound")).found();
    }

    /**
     * Checks that the account has dialled.
     *
     * @return assertions on all calls that it dialled, to say which
     */
    public CallsAssert dialledCall() {
        return calls("outgoing", "a dialled call");
    }

    /**
     * Checks that a call has come in.
     *
     * @return assertions on all that came in, to say which
     */
    public CallsAssert receivedCall() {
        return calls("incoming", "a received call");
    }

    /**
     * Checks that the account has neither dialled nor been called.
     *
     * @return this
     */
    public SandboxAssert hasNoCalls() {
        isNotNull();
        List<SandboxCall> all = actual.calls().all();
        if (!all.isEmpty()) {
            throw failure(
                    "Expected no call, but there %s:%n%s",
                    Words.are(all.size(), "call"),
                    all.stream().map(Words::describe).collect(Words.LINES));
        }
        return this;
    }

    /**
     * Checks that a call has carried a command out.
     *
     * @param action the action as in the path, such as {@code transfer} or {@code playback_start}
     * @return assertions on all such commands, to say which
     */
    public CommandsAssert ranCommand(String action) {
        isNotNull();
        return CommandsAssert.of(actual, action);
    }

    /**
     * Checks that a webhook was delivered: its receiver responded with a status from 200 to 299.
     *
     * @param eventType the type, such as {@code message.finalized}
     * @return this
     */
    public SandboxAssert deliveredWebhook(String eventType) {
        isNotNull();
        List<SandboxDelivery> tries = actual.webhooks().deliveries();
        if (tries.stream()
                .noneMatch(each ->
                        each.eventType().equals(eventType) && each.result() == SandboxDelivery.Result.DELIVERED)) {
            String events = actual.webhooks().events().stream()
                    .map(event -> event.type())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw failure(
                    "Expected that a webhook %s was delivered, but %s.%nThe events so far: %s",
                    eventType,
                    tries.isEmpty()
                            ? "no webhook was sent"
                            : "these were the tries:" + System.lineSeparator()
                                    + tries.stream().map(Words::describe).collect(Words.LINES),
                    events.isEmpty() ? "none" : events);
        }
        return this;
    }

    /**
     * Checks that each webhook that was sent was delivered in the end.
     *
     * @return this
     */
    public SandboxAssert deliveredAllWebhooks() {
        isNotNull();
        List<SandboxDelivery> tries = actual.webhooks().deliveries();
        List<SandboxDelivery> lost = tries.stream()
                .filter(each -> tries.stream()
                        .noneMatch(other -> other.eventId().equals(each.eventId())
                                && other.result() == SandboxDelivery.Result.DELIVERED))
                .toList();
        if (!lost.isEmpty()) {
            throw failure(
                    "Expected that all webhooks were delivered, but these tries led to nothing:%n%s",
                    lost.stream().map(Words::describe).collect(Words.LINES));
        }
        return this;
    }

    /**
     * Checks that the account owns a number.
     *
     * @param phoneNumber in E.164
     * @return this
     */
    public SandboxAssert ownsNumber(String phoneNumber) {
        isNotNull();
        if (actual.numbers().findByNumber(phoneNumber).isEmpty()) {
            throw failure(
                    "Expected that the account owns %s, but it owns %s",
                    Words.masked(phoneNumber),
                    actual.numbers().owned().stream()
                            .map(number -> Words.masked(number.phoneNumber()))
                            .toList());
        }
        return this;
    }

    /**
     * Checks that no request was refused or failed, be it by a check or by a fault.
     *
     * @return this
     */
    public SandboxAssert refusedNothing() {
        isNotNull();
        List<ReceivedRequest> refused = actual.requests().stream()
                .filter(request -> request.status().orElse(0) >= 400)
                .toList();
        if (!refused.isEmpty()) {
            throw failure(
                    "Expected that no request was refused, but there %s:%n%s",
                    Words.are(refused.size(), "refusal"),
                    refused.stream().map(Words::describe).collect(Words.LINES));
        }
        return this;
    }

    /**
     * Checks how many requests the sandbox has received.
     *
     * @param count how many
     * @return this
     */
    public SandboxAssert receivedRequests(int count) {
        isNotNull();
        List<ReceivedRequest> all = actual.requests();
        if (all.size() != count) {
            throw failure(
                    "Expected %s, but there %s:%n%s",
                    Words.count(count, "request"),
                    Words.are(all.size(), "request"),
                    all.stream().map(Words::describe).collect(Words.LINES));
        }
        return this;
    }

    private MessagesAssert sent(String type) {
        isNotNull();
        return new MessagesAssert(
                        "a sent " + type,
                        messages("outbound").stream()
                                .filter(message -> message.type().equals(type))
                                .toList())
                .found();
    }

    private CallsAssert calls(String direction, String name) {
        isNotNull();
        return new CallsAssert(
                        name,
                        actual.calls().all().stream()
                                .filter(call -> call.direction()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(direction))
                                .toList())
                .found();
    }

    private List<SandboxMessage> messages(String direction) {
        return actual.messages().all().stream()
                .filter(message -> message.direction().equals(direction))
                .toList();
    }
}
