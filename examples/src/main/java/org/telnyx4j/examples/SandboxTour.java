package org.telnyx4j.examples;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.UnknownSends;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxConnection;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** The story that the tour tells, on a sandbox with an endpoint for its webhooks. */
final class SandboxTour implements AutoCloseable {
    private static final String CONNECTION = "tour";
    private static final String TEXT = "Your order has left the warehouse.";

    private final TourOutput out;
    private final String customer;
    private final String text;
    private final SpanTree spans = new SpanTree();
    private final UnknownSends unknown = new UnknownSends();
    private final TelnyxSandbox sandbox = TelnyxSandbox.builder().emptyAccount().start();
    private final Telnyx telnyx;
    private final TourEndpoint endpoint;

    SandboxTour(TourOutput out, TourOptions options) {
        this.out = out;
        this.customer = Optional.ofNullable(options.to()).orElse("+14165550123");
        this.text = Optional.ofNullable(options.text()).orElse(TEXT);
        this.telnyx = Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString())
                .correlateSends(true)
                .openTelemetry(OpenTelemetrySdk.builder()
                        .setTracerProvider(spans.tracerProvider())
                        .build())
                .build();
        this.endpoint = new TourEndpoint(telnyx, sandbox.publicKey(), unknown);
    }

    void run() {
        out.say("A sandbox is a Telnyx of its own in this process, and this is an endpoint for its webhooks.");
        out.detail("The sandbox listens on " + sandbox.baseUrl() + ", the endpoint on " + endpoint.url());

        MessagingProfileResult profile = makeProfile();
        String ours = buyNumber(profile);
        send(ours);
        receive(ours);
        takeCall(ours);
        refuse(ours);
        loseResponse(ours);

        out.say("What OpenTelemetry has recorded of all this, the endpoint's own calls included:");
        spans.lines().forEach(out::detail);
    }

    private MessagingProfileResult makeProfile() {
        out.say("A messaging profile: telnyx.messagingProfiles().createOrUpdate(profile)");
        MessagingProfileResult profile = telnyx.messagingProfiles()
                .createOrUpdate(CreateMessagingProfileRequest.builder()
                        .name("tour")
                        .whitelistedDestinations(List.of("CA", "US"))
                        .webhookUrl(endpoint.url())
                        .build())
                .profile();
        out.detail(profile);
        return profile;
    }

    private String buyNumber(MessagingProfileResult profile) {
        out.say("A number of Toronto: telnyx.phoneNumbers().searchAndBuyFirst(\"416\")");
        PurchasedNumber bought = telnyx.phoneNumbers().searchAndBuyFirst("416").orElseThrow();
        out.detail(telnyx.numberOrders().awaitCompletion(bought.order(), Duration.ofSeconds(10)));
        String number = bought.phoneNumber();
        out.detail(telnyx.phoneNumbers()
                .assignToMessagingProfile(
                        telnyx.phoneNumbers().findByNumber(number).orElseThrow().id(), profile.id()));
        return number;
    }

    private void send(String from) {
        out.say("A text: telnyx.messages().send(message)");
        MessageResult sent = telnyx.messages().send(message(from, customer));
        out.detail(sent);
        settle();
        out.detail(telnyx.messages().retrieve(sent.id()));
    }

    private void receive(String ours) {
        out.say("A text from a customer, and a reply: sandbox.receiveSms(from, to, text)");
        sandbox.receiveSms(customer, ours, "When are you open?");
        settle();
    }

    private void takeCall(String ours) {
        out.say("A call comes in, is answered and transferred: sandbox.incomingCall(from, to)");
        sandbox.connections().add(SandboxConnection.of(CONNECTION).withWebhookUrl(endpoint.url()));
        sandbox.numbers().connect(ours, CONNECTION);
        SandboxCall call = sandbox.incomingCall(customer, ours);
        sandbox.awaitIdle();
        sandbox.calls().all().stream()
                .filter(leg -> leg.to().contains(TourEndpoint.SALES))
                .forEach(leg -> sandbox.calls().answer(leg.id()));
        sandbox.awaitIdle();
        sandbox.calls().hangUp(call.id());
        settle();
    }

    private void refuse(String from) {
        out.say("A text to what cannot be a number is refused before anything goes on the wire.");
        int before = sandbox.requests().size();
        try {
            out.detail(telnyx.messages().send(message(from, "416-555-0123")));
        } catch (TelnyxException e) {
            out.detail(e);
        }
        out.detail("Requests that the sandbox got: " + (sandbox.requests().size() - before));
    }

    private void loseResponse(String from) {
        out.say("A response gets lost: the text is sent, the client does not send it again, and it is settled later.");
        long before = texts();
        sandbox.failNext(Fault.responseLost());
        try {
            out.detail(telnyx.messages().send(message(from, customer)));
        } catch (TelnyxException e) {
            out.detail(e);
            out.detail("Texts that went out: " + (texts() - before));
            sandbox.awaitIdle();
            e.correlationToken().ifPresent(this::settleByRecords);
            unknown.add(e);
            out.detail("Sends that are still unknown, now that its webhooks came: "
                    + unknown.open().size());
        }
        endpoint.take();
    }

    private void settleByRecords(CorrelationToken token) {
        out.detail("telnyx.messages().settle(token): " + telnyx.messages().settle(token));
    }

    private long texts() {
        return sandbox.messages().all().stream()
                .filter(message -> message.direction().equals("outbound"))
                .count();
    }

    private OutgoingMessage message(String from, String to) {
        return OutgoingMessage.builder()
                .from(from)
                .to(to)
                .text(text)
                .webhookUrl(endpoint.url()) // takes the token by which a lost send is found again
                .build();
    }

    /** Waits until the webhooks have come, and shows them. */
    private void settle() {
        sandbox.awaitIdle();
        for (WebhookEvent event : endpoint.take()) {
            out.detail("webhook, signature verified: " + event.type() + ", try "
                    + event.attempt().orElse(1));
        }
    }

    String page() {
        return sandbox.baseUrl().resolve("/_sandbox").toString();
    }

    @Override
    public void close() {
        endpoint.close();
        telnyx.close();
        sandbox.close();
    }
}
