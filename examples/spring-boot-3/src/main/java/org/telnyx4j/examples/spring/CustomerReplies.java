package org.telnyx4j.examples.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.spring.webhooks.TelnyxEventHandler;

// [springreceive]
@Component
class CustomerReplies {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @TelnyxEventHandler // the type of the parameter decides which events it gets
    void received(MessageEvent.Received event) {
        texts.add(event.payload().getText());
    }

    @TelnyxEventHandler
    void call(CallEvent event) { // all events of calls
        texts.add(event.type());
    }

    List<String> texts() {
        return texts;
    }
}
// [/springreceive]
