package org.telnyx4j.benchmarks.sending;

import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.generated.model.OutgoingMessage;

/** This library, as its README says. */
final class LibrarySender implements Sender {
    private final Telnyx telnyx;

    LibrarySender(String baseUrl) {
        this.telnyx = Telnyx.builder()
                .apiKey("key")
                .baseUrl(baseUrl)
                .from("+14165550199")
                .http(HttpOptions.builder().maxConnections(300).build())
                .build();
    }

    @Override
    public String send() {
        return telnyx.messages()
                .send(OutgoingMessage.builder().to("+14165550123").text(TEXT).build())
                .id();
    }

    @Override
    public void close() {
        telnyx.close();
    }
}
