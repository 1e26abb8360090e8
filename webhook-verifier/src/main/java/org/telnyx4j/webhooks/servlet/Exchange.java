package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.telnyx4j.webhooks.HeaderLookup;
import org.telnyx4j.webhooks.WebhookAnswer;
import org.telnyx4j.webhooks.WebhookReceiver;

/** Carries a request to a receiver, and its answer back. */
final class Exchange {
    private Exchange() {}

    static WebhookAnswer receive(WebhookReceiver receiver, HttpServletRequest request) throws IOException {
        HeaderLookup headers = name -> Collections.list(request.getHeaders(name));
        return receiver.receive(request.getMethod(), headers, request.getInputStream());
    }

    static void send(WebhookAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = answer.body().getBytes(US_ASCII);
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        if (answer.status() >= 400) {
            response.flushBuffer();
            WebhookReceiver.discardRest(request.getInputStream());
        }
    }
}
