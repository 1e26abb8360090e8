package org.telnyx4j.spring.boot4;

import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.telnyx4j.spring.starter.HttpClientNoticeContract;

class HttpClientNoticeTest extends HttpClientNoticeContract {
    HttpClientNoticeTest() {
        super(
                "spring.http.clients.imperative.factory",
                ImperativeHttpClientAutoConfiguration.class,
                RestClientAutoConfiguration.class,
                TelnyxHttpClientNoticeAutoConfiguration.class);
    }
}
