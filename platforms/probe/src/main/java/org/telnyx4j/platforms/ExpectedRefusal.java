package org.telnyx4j.platforms;

import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.webhooks.WebhookVerifier;

/** On a class path that cannot work: what the first line of an application ends with. */
public final class ExpectedRefusal {
    private ExpectedRefusal() {}

    /**
     * Runs.
     *
     * @param args {@code client}, {@code http2} or {@code webhooks}, and what the message must contain
     */
    public static void main(String[] args) {
        try {
            if (args[0].equals("client")) {
                Telnyx.builder().apiKey("KEY0123456789").build().close();
            } else if (args[0].equals("http2")) {
                Telnyx.builder()
                        .apiKey("KEY0123456789")
                        .http(HttpOptions.builder()
                                .protocol(HttpOptions.Protocol.AUTOMATIC)
                                .build())
                        .build()
                        .close();
            } else {
                WebhookVerifier.builder()
                        .publicKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
                        .build();
            }
            System.out.println("FAILED: nothing was refused");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            System.out.println(e.getMessage().contains(args[1]) ? "PROBE OK" : "FAILED: expected was: " + args[1]);
        }
    }
}
