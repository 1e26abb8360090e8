package org.telnyx4j.spring.boot3;

import org.springframework.boot.autoconfigure.http.client.HttpClientAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.telnyx4j.spring.starter.HttpClientNoticeContract;

class HttpClientNoticeTest extends HttpClientNoticeContract {
    HttpClientNoticeTest() {
        super(
                "spring.http.client.factory",
                HttpClientAutoConfiguration.class,
                RestClientAutoConfiguration.class,
                TelnyxHttpClientNoticeAutoConfiguration.class);
    }
}
