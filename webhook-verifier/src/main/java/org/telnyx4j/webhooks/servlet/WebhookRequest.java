package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.webhooks.VerifiedWebhook;

/**
 * A request whose body was read and verified. Unlike the container's own it gives a new stream and a new reader for each
 * call, both at the first byte, so that several parties behind the filter can read the body.
 */
final class WebhookRequest extends HttpServletRequestWrapper {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpServletResponse response;
    private final VerifiedWebhook webhook;
    private @Nullable Map<String, String[]> parameters;

    WebhookRequest(HttpServletRequest request, HttpServletResponse response, VerifiedWebhook webhook) {
        super(request);
        this.response = response;
        this.webhook = webhook;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new WebhookInputStream(webhook.bodyStream(), this);
    }

    /** Reads the body as UTF-8, which is what JSON is, unless the request names another encoding. */
    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(webhook.bodyStream(), encoding == null ? UTF_8.name() : encoding));
    }

    @Override
    public int getContentLength() {
        return webhook.length();
    }

    @Override
    public long getContentLengthLong() {
        return webhook.length();
    }

    /** Starts with this request, where the superclass would start with the container's, whose body is gone. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters().get(name);
        return values == null ? null : values.clone();
    }

    private Map<String, String[]> parameters() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            // The container has those of the query: of the body, which was read, it finds none.
            known = isForm() ? FormParameters.merge(super.getParameterMap(), webhook.body()) : super.getParameterMap();
            parameters = known;
        }
        return known;
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }
}
