package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.webhooks.VerifiedWebhook;

/**
 * A request whose body was read and verified. Unlike the container's own it gives a new stream and a new reader for each
 * call, both at the first byte, so that several parties behind the filter can read the body.
 *
 * <p>Its parameters are those of the body. The query, the path with what follows a semicolon and the headers were not
 * signed: whoever recorded a webhook can send it again with others. So no parameter comes from them, and the encoding
 * that a header names does not change what the body is read as.
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

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(webhook.bodyStream(), UTF_8));
    }

    /** Returns UTF-8, whatever the request names: Telnyx sends nothing else. */
    @Override
    public String getCharacterEncoding() {
        return UTF_8.name();
    }

    /** Has no effect, as in any request whose body was read. */
    @Override
    public void setCharacterEncoding(String encoding) {}

    /** Has no effect either. The Servlet API has it since 6.1, so this cannot say that it overrides something. */
    @SuppressWarnings("MissingOverride")
    public void setCharacterEncoding(Charset encoding) {}

    /** Throws: the container would search for parts in a body that is gone, and no webhook has any. */
    @Override
    public Collection<Part> getParts() throws ServletException {
        throw new ServletException("A verified webhook has no parts");
    }

    /** Throws, as {@link #getParts()} does. */
    @Override
    public Part getPart(String name) throws ServletException {
        throw new ServletException("A verified webhook has no parts");
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
            known = isForm() ? FormParameters.of(webhook.body()) : Map.of();
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
