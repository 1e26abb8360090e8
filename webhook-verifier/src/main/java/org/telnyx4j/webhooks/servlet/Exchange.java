package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.telnyx4j.webhooks.HeaderLookup;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;

/** Carries a request to a receiver, and its response back. */
final class Exchange {
    private Exchange() {}

    static WebhookResponse receive(WebhookReceiver receiver, HttpServletRequest request) throws IOException {
        InputStream body;
        try {
            body = request.getInputStream();
        } catch (IllegalStateException e) {
            // Somebody called getReader() before. The receiver reports it where it finds nothing of what was sent.
            body = InputStream.nullInputStream();
        }
        return receive(receiver, request, body);
    }

    static WebhookResponse receive(WebhookReceiver receiver, HttpServletRequest request, InputStream body) {
        HeaderLookup headers = name -> Collections.list(request.getHeaders(name));
        return receiver.receive(request.getMethod(), headers, body);
    }

    static void send(WebhookResponse toSend, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = toSend.body().getBytes(US_ASCII);
        response.setStatus(toSend.status());
        toSend.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        if (toSend.status() >= 400) {
            response.flushBuffer();
            discardRest(request);
        }
    }

    private static void discardRest(HttpServletRequest request) throws IOException {
        InputStream body;
        try {
            body = request.getInputStream();
        } catch (IllegalStateException e) {
            return;
        }
        WebhookReceiver.discardRest(body);
    }
}
