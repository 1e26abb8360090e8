package org.telnyx4j.benchmarks.peers;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.telnyx4j.benchmarks.cost.Way;
import org.telnyx4j.benchmarks.cost.WayFactory;

/** Twilio's SDK, with as many connections as the ways by hand have. */
public final class TwilioFactory implements WayFactory {
    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public Way create(String baseUrl) {
        URI server = URI.create(baseUrl);
        // It knows its own address only, so the connections are led to the server; "/slow" is not part of its paths.
        HttpRoute route = new HttpRoute(new HttpHost("http", server.getHost(), server.getPort()));
        String prefix = baseUrl.contains("/slow/") ? "/slow" : "";
        HttpClientBuilder http = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(300)
                        .setMaxConnPerRoute(300)
                        .build())
                .setRoutePlanner((target, context) -> route)
                .addRequestInterceptorFirst((request, entity, context) -> request.setPath(prefix + request.getPath()));
        TwilioRestClient client = new TwilioRestClient.Builder("AC00000000000000000000000000000000", "token")
                .httpClient(new NetworkHttpClient(http))
                .build();
        return new Way() {
            @Override
            public String send() {
                return Message.creator(new PhoneNumber("+14165550123"), new PhoneNumber("+14165550199"), TEXT)
                        .create(client)
                        .getSid();
            }

            @Override
            public void close() {
                // It has no such thing.
            }
        };
    }
}
