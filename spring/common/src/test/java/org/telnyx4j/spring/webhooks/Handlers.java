package org.telnyx4j.spring.webhooks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;

/** What an application does with events: here it notes which method got which. */
class Handlers {
    final List<String> got = new CopyOnWriteArrayList<>();

    /** Behind a proxy only methods show the state of the bean. */
    List<String> whatItGot() {
        return got;
    }

    @TelnyxEventHandler
    void received(MessageEvent.Received event) {
        got.add("received " + event.id().orElse("?"));
    }

    @TelnyxEventHandler
    void call(CallEvent event) {
        got.add("call " + event.type());
    }

    @TelnyxEventHandler
    public String texml(TexmlCallback event) {
        got.add("texml " + event.callStatus().orElse("?"));
        return "not used";
    }

    @TelnyxEventHandler(type = "fax.received")
    void fax(WebhookEvent event) {
        got.add("fax " + event.type());
    }

    @TelnyxEventHandler
    void sent(MessageEvent.Sent event) {
        got.add("failing " + event.id().orElse("?"));
        throw new IllegalStateException("the handler fails");
    }
}
