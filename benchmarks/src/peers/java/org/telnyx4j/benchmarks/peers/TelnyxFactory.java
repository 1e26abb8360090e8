package org.telnyx4j.benchmarks.peers;

import com.telnyx.sdk.ApiClient;
import com.telnyx.sdk.ApiException;
import com.telnyx.sdk.api.MessagesApi;
import com.telnyx.sdk.auth.HttpBearerAuth;
import com.telnyx.sdk.model.CreateMessageRequest;
import java.io.IOException;
import java.util.Objects;
import org.telnyx4j.benchmarks.cost.Way;
import org.telnyx4j.benchmarks.cost.WayFactory;

/** Telnyx's own SDK, the newest that is on Maven Central. */
public final class TelnyxFactory implements WayFactory {
    @Override
    public String name() {
        return "telnyx";
    }

    @Override
    public Way create(String baseUrl) {
        ApiClient client = new ApiClient().setBasePath(baseUrl);
        ((HttpBearerAuth) client.getAuthentication("bearerAuth")).setBearerToken("key");
        MessagesApi messages = new MessagesApi(client);
        return new Way() {
            @Override
            public String send() throws IOException {
                try {
                    CreateMessageRequest request = new CreateMessageRequest()
                            .from("+14165550199")
                            .to("+14165550123")
                            .text(TEXT);
                    return Objects.toString(
                            messages.createMessage(request).getData().getId());
                } catch (ApiException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {
                // It has no such thing.
            }
        };
    }
}
