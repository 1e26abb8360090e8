package org.telnyx4j.benchmarks.cost;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the API on loopback, with responses of the usual size that were written beforehand. A process of its own. Below
 * {@code /slow} each response takes 50 ms.
 */
public final class BenchServer {
    static final int SLOW_MILLIS = 50;
    static final int NUMBERS = 10_000;
    private static final int PAGE_SIZE = 250;
    private static final Pattern PAGE = Pattern.compile("page(?:%5B|\\[)number(?:%5D|])=(\\d+)");

    private static final String TIME = "2026-01-01T12:00:00.000+00:00";
    private static final byte[] MESSAGE = response(
            "{\"data\":{\"record_type\":\"message\",\"direction\":\"outbound\",\"id\":\"40385f64-5717-4562-b3fc-2c963f66afa6\","
                    + "\"type\":\"SMS\",\"messaging_profile_id\":\"4000eba1-a0c0-4563-9925-b25e842a7cb6\",\"organization_id\":"
                    + "\"b448f9cc-a842-4784-98e9-03c1a5872950\",\"from\":{\"phone_number\":\"+14165550199\",\"carrier\":\"\","
                    + "\"line_type\":\"VoIP\"},\"to\":[{\"phone_number\":\"+14165550123\",\"status\":\"queued\",\"carrier\":"
                    + "\"Bell\",\"line_type\":\"Wireless\"}],\"cc\":[],\"text\":\"" + Way.TEXT
                    + "\",\"subject\":null,"
                    + "\"media\":[],\"webhook_url\":\"https://example.com/telnyx\",\"webhook_failover_url\":null,\"encoding\":"
                    + "\"GSM-7\",\"parts\":1,\"tags\":[],\"cost\":null,\"cost_breakdown\":null,\"tcr_campaign_id\":null,"
                    + "\"received_at\":\"" + TIME + "\",\"sent_at\":null,\"completed_at\":null,"
                    + "\"valid_until\":\"2026-01-01T13:00:00.000+00:00\",\"errors\":[]}}");
    private static final byte[] TWILIO_MESSAGE = response(
            "{\"account_sid\":\"AC00000000000000000000000000000000\",\"api_version\":\"2010-04-01\",\"body\":\""
                    + Way.TEXT
                    + "\",\"date_created\":\"Thu, 01 Jan 2026 12:00:00 +0000\",\"date_sent\":null,\"date_updated\":"
                    + "\"Thu, 01 Jan 2026 12:00:00 +0000\",\"direction\":\"outbound-api\",\"error_code\":null,"
                    + "\"error_message\":null,\"from\":\"+14165550199\",\"messaging_service_sid\":null,\"num_media\":\"0\","
                    + "\"num_segments\":\"1\",\"price\":null,\"price_unit\":\"USD\",\"sid\":"
                    + "\"SM00000000000000000000000000000000\",\"status\":\"queued\",\"subresource_uris\":{\"media\":"
                    + "\"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/"
                    + "SM00000000000000000000000000000000/Media.json\"},\"to\":\"+14165550123\",\"uri\":"
                    + "\"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/"
                    + "SM00000000000000000000000000000000.json\"}");
    private static final Map<Integer, byte[]> PAGES = new ConcurrentHashMap<>();

    private BenchServer() {}

    /** Prints its port and serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(server), "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        System.out.println(server.getLocalPort());
        while (System.in.read() >= 0) {
            // Whoever started it lives as long as this end is open.
        }
    }

    static int messageResponseBytes() {
        return MESSAGE.length;
    }

    private static void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(socket), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            RequestHead head = new RequestHead();
            while (head.read(in)) {
                in.skipNBytes(head.bodyBytes());
                if (head.pathStarts("/slow/")) {
                    Thread.sleep(SLOW_MILLIS);
                }
                out.write(response(head));
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone.
        }
    }

    private static byte[] response(RequestHead head) {
        if (!head.isGet()) {
            return head.pathStarts("/2010-04-01/") || head.pathStarts("/slow/2010-04-01/") ? TWILIO_MESSAGE : MESSAGE;
        }
        Matcher page = PAGE.matcher(head.path());
        return PAGES.computeIfAbsent(page.find() ? Integer.parseInt(page.group(1)) : 1, BenchServer::page);
    }

    /** 250 numbers, or what is left of them. */
    private static byte[] page(int number) {
        StringBuilder json = new StringBuilder("{\"data\":[");
        int first = (number - 1) * PAGE_SIZE;
        for (int i = first; i < Math.min(first + PAGE_SIZE, NUMBERS); i++) {
            json.append(i == first ? "" : ",").append(phoneNumber(i));
        }
        // No total: then it is the short page that ends the list, as on the real API now and then.
        return response(json.append("],\"meta\":{\"page_number\":")
                .append(number)
                .append(",\"page_size\":250}}")
                .toString());
    }

    private static String phoneNumber(int i) {
        return "{\"id\":\"" + (1_293_384_261_075_731_499L + i)
                + "\",\"record_type\":\"phone_number\",\"phone_number\":\"+1416"
                + (2_000_000 + i)
                + "\",\"country_iso_alpha2\":\"CA\",\"status\":\"active\",\"tags\":[\"tag_1\",\"tag_2\"],"
                + "\"external_pin\":null,\"connection_name\":\"my-connection\",\"connection_id\":\"1293384261075731461\","
                + "\"customer_reference\":\"customer-" + i + "\",\"messaging_profile_id\":"
                + "\"4000eba1-a0c0-4563-9925-b25e842a7cb6\",\"messaging_profile_name\":\"Regional customers\","
                + "\"billing_group_id\":\"86f58db9-0fe3-4adc-9d1f-46e66e6e9323\",\"emergency_enabled\":true,"
                + "\"emergency_address_id\":\"1315261609962112019\",\"call_forwarding_enabled\":true,"
                + "\"cnam_listing_enabled\":true,\"caller_id_name_enabled\":true,\"call_recording_enabled\":true,"
                + "\"t38_fax_gateway_enabled\":true,\"phone_number_type\":\"local\",\"purchased_at\":"
                + "\"2025-10-24T18:10:00.000Z\",\"created_at\":\"2025-10-24T18:10:00.000Z\",\"updated_at\":"
                + "\"2025-10-24T18:10:00.000Z\",\"source_type\":\"number_order\",\"hd_voice_enabled\":false}";
    }

    private static byte[] response(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
                        + "x-request-id: 3f2a1b4c-0000-4000-8000-000000000000\r\nx-ratelimit-limit: 1000\r\n"
                        + "x-ratelimit-remaining: 999\r\nx-ratelimit-reset: 1\r\nContent-Length: " + json.length()
                        + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
