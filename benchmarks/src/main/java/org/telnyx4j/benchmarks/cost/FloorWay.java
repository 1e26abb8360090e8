package org.telnyx4j.benchmarks.cost;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient and Jackson by hand, as a careful programmer writes it for these two calls. */
final class FloorWay implements Way {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String url;
    private final CloseableHttpClient client = RawWay.newClient();

    FloorWay(String baseUrl) {
        this.url = baseUrl;
    }

    @Override
    public String send() throws IOException {
        HttpPost post = new HttpPost(url + "/messages");
        post.setHeader("Authorization", "Bearer key");
        byte[] json = MAPPER.writeValueAsBytes(new Request("+14165550199", "+14165550123", TEXT));
        post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        byte[] body = client.execute(post, response -> EntityUtils.toByteArray(response.getEntity()));
        return MAPPER.readValue(body, Response.class).data().id();
    }

    @Override
    public int list() throws IOException {
        int total = 0;
        for (int page = 1; ; page++) {
            HttpGet get = new HttpGet(RawWay.pageUrl(url, page));
            get.setHeader("Authorization", "Bearer key");
            Numbers numbers = client.execute(
                    get, response -> MAPPER.readValue(response.getEntity().getContent(), Numbers.class));
            for (OwnNumber number : numbers.data()) {
                total += number.phone_number().isEmpty() ? 0 : 1;
            }
            if (numbers.data().size() < 250) {
                return total;
            }
        }
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

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Numbers(List<OwnNumber> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OwnNumber(
            String id,
            String phone_number,
            String status,
            String phone_number_type,
            String connection_id,
            String connection_name,
            String messaging_profile_id,
            String messaging_profile_name,
            List<String> tags,
            String customer_reference,
            String created_at,
            String purchased_at) {}
}
