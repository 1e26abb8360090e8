package org.telnyx4j.benchmarks.sending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Apache HttpClient by hand, and no JSON library at all: what no library can be cheaper than. */
final class RawSender implements Sender {
    private final String url;
    private final CloseableHttpClient client;

    RawSender(String baseUrl) {
        this.url = baseUrl + "/messages";
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

    @Override
    public String send() throws IOException {
        String json = "{\"from\":\"+14165550199\",\"to\":\"+14165550123\",\"text\":\"" + TEXT + "\"}";
        HttpPost post = new HttpPost(url);
        post.setHeader("Authorization", "Bearer key");
        post.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        String body = client.execute(post, response -> EntityUtils.toString(response.getEntity()));
        int id = body.indexOf("\"id\":\"") + 6;
        return body.substring(id, body.indexOf('"', id));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
