package org.telnyx4j.sandbox.start;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;

/**
 * Starts sandboxes in this JVM and prints how long each takes until it has accepted a message: the first one is cold, the
 * last one warm. To be run by hand, and by the test of the module path.
 */
public final class StartTime {
    private static final int TIMES = 5;

    private StartTime() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("module: " + TelnyxSandbox.class.getModule().getName());
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
                long started = System.nanoTime();
                String status = send(sandbox);
                long served = System.nanoTime();
                System.out.printf(
                        "%s: started in %d ms, first message after %d ms, %s%n",
                        i == 0 ? "cold" : "warm", (started - start) / 1_000_000, (served - start) / 1_000_000, status);
            }
        }
    }

    /** Sends a message with as few classes as there can be, so that what is measured is the sandbox. */
    private static String send(TelnyxSandbox sandbox) throws Exception {
        byte[] body = ("{\"from\":\"" + SandboxAccount.NUMBERS.get(0)
                        + "\",\"to\":\"+14165550123\",\"text\":\"Hello\"}")
                .getBytes(StandardCharsets.UTF_8);
        String head = "POST /v2/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + sandbox.apiKey() + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf('\r'));
        }
    }
}
