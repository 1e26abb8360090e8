package org.telnyx4j.benchmarks.sending;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient and Jackson by hand, as a careful programmer writes it for this one call. */
final class FloorSender implements Sender {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String url;
    private final CloseableHttpClient client = RawSender.newClient();

    FloorSender(String baseUrl) {
        this.url = baseUrl + "/messages";
    }

    @Override
    public String send() throws IOException {
        HttpPost post = new HttpPost(url);
        post.setHeader("Authorization", "Bearer key");
        byte[] json = MAPPER.writeValueAsBytes(new Request("+14165550199", "+14165550123", TEXT));
        post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        byte[] body = client.execute(post, response -> EntityUtils.toByteArray(response.getEntity()));
        return MAPPER.readValue(body, Response.class).data().id();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    record Request(String from, String to, String text) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Response(Message data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            String id,
            String record_type,
            String direction,
            String type,
            String messaging_profile_id,
            Party from,
            List<Party> to,
            String text,
            @Nullable Integer parts,
            String received_at,
            String encoding) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Party(String phone_number, @Nullable String status, String carrier, String line_type) {}
}
