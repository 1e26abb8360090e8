package org.telnyx4j.benchmarks.cost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Apache HttpClient by hand, and no JSON library at all: what no library can be cheaper than. */
final class RawWay implements Way {
    private static final byte[] NUMBER = "\"phone_number\":".getBytes(StandardCharsets.UTF_8);

    private final String url;
    private final CloseableHttpClient client;

    RawWay(String baseUrl) {
        this.url = baseUrl;
        this.client = newClient();
    }

    static CloseableHttpClient newClient() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(300)
                        .setMaxConnPerRoute(300)
                        .build())
                .build();
    }

    static String pageUrl(String url, int number) {
        return url + "/phone_numbers?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=250";
    }

    @Override
    public String send() throws IOException {
        String json = "{\"from\":\"+14165550199\",\"to\":\"+14165550123\",\"text\":\"" + TEXT + "\"}";
        HttpPost post = new HttpPost(url + "/messages");
        post.setHeader("Authorization", "Bearer key");
        post.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        String body = client.execute(post, response -> EntityUtils.toString(response.getEntity()));
        int id = body.indexOf("\"id\":\"") + 6;
        return body.substring(id, body.indexOf('"', id));
    }

    /** Counts the numbers as the bytes go by. */
    @Override
    public int list() throws IOException {
        int total = 0;
        for (int page = 1; ; page++) {
            HttpGet get = new HttpGet(pageUrl(url, page));
            get.setHeader("Authorization", "Bearer key");
            int count = client.execute(get, RawWay::count);
            total += count;
            if (count < 250) {
                return total;
            }
        }
    }

    private static int count(ClassicHttpResponse response) throws IOException {
        byte[] buffer = new byte[8192];
        int found = 0;
        int matched = 0;
        try (InputStream in = response.getEntity().getContent()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    matched = buffer[i] == NUMBER[matched] ? matched + 1 : buffer[i] == NUMBER[0] ? 1 : 0;
                    if (matched == NUMBER.length) {
                        found++;
                        matched = 0;
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
