package org.telnyx4j.benchmarks.cost;

import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.numbers.OwnedNumber;

/** This library with all its defaults. */
final class LibraryWay implements Way {
    private final Telnyx telnyx;

    LibraryWay(String baseUrl) {
        this.telnyx = Telnyx.builder()
                .apiKey("key")
                .baseUrl(baseUrl)
                .from("+14165550199")
                .build();
    }

    @Override
    public String send() {
        return telnyx.messages()
                .send(OutgoingMessage.builder().to("+14165550123").text(TEXT).build())
                .id();
    }

    @Override
    public int list() {
        int total = 0;
        for (OwnedNumber number : telnyx.phoneNumbers().list()) {
            total += number.phoneNumber().isEmpty() ? 0 : 1;
        }
        return total;
    }

    @Override
    public void close() {
        telnyx.close();
    }
}
