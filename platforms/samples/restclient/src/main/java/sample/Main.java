package sample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What telnyx4j on the class path does to the application's own {@code RestClient}: how many requests of one POST arrive
 * at a server that responds with 503, as Boot configures it and with the setting of the README, which is the argument.
 */
@SpringBootApplication
public class Main {
    public static void main(String[] args) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/order";
        int unset = post(url, requests, Map.of());
        int set = post(url, requests, Map.of(args[0], "jdk"));
        System.out.println("requests for one POST: " + unset + " unset, " + set + " with " + args[0] + "=jdk");
        System.out.println(set == 1 ? "PROBE OK" : "FAILED: the setting does not help");
        System.exit(0);
    }

    private static int post(String url, AtomicInteger requests, Map<String, Object> settings) {
        requests.set(0);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Main.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run()) {
            context.getBean(RestClient.Builder.class)
                    .build()
                    .post()
                    .uri(url)
                    .body("one order")
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            // 503, which is what the server responds with.
        }
        return requests.get();
    }
}
