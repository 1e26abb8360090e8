package org.telnyx4j;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.telnyx4j.generated.model.OutgoingMessage;

/** Sends with nothing but the library on the class path, in a JVM of its own. */
final class FootprintRun {
    private static final int SENDS = 200;

    private FootprintRun() {}

    /** Takes the base URL, and anything else to measure: then it prints the bytes that a send allocates. */
    public static void main(String[] args) {
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("key")
                .baseUrl(args[0])
                .from("+14165550199")
                .build()) {
            send(telnyx);
            if (args.length > 1) {
                ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                for (int i = 0; i < SENDS; i++) {
                    send(telnyx);
                }
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < SENDS; i++) {
                    send(telnyx);
                }
                System.out.println((threads.getCurrentThreadAllocatedBytes() - before) / SENDS);
            }
        }
    }

    private static void send(Telnyx telnyx) {
        telnyx.messages()
                .send(OutgoingMessage.builder()
                        .to("+14165550123")
                        .text("Your order has left the warehouse.")
                        .build());
    }
}
