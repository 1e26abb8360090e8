package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.telnyx4j.generated.invoker.ApiOperation;

/**
 * Where a request goes, with nothing private in it.
 *
 * @param method the HTTP method
 * @param address host name or IP address
 * @param port the port, whether the URL names it or not
 * @param template the path with the names of its parameters
 * @param url the whole URL
 */
record HttpTarget(String method, String address, long port, String template, String url) {
    static final HttpTarget UNKNOWN = new HttpTarget("HTTP", "unknown", 0, "", "");

    static HttpTarget of(ApiOperation generated, HttpUriRequestBase request) {
        URI uri;
        try {
            uri = request.getUri();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The request has no URL", e);
        }
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        boolean secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        String host = uri.getHost();
        String url = uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + Exportable.path(path, generated.pathTemplate())
                + (query == null ? "" : "?" + Exportable.query(query));
        return new HttpTarget(
                generated.method(),
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80,
                Exportable.template(path, generated.pathTemplate()),
                url);
    }

    String spanName() {
        return template.isEmpty() ? method : method + " " + template;
    }

    Attributes spanAttributes(int resends) {
        AttributesBuilder attributes = metricAttributes().put(Keys.URL_FULL, url);
        return resends > 0 ? attributes.put(Keys.RESEND_COUNT, (long) resends).build() : attributes.build();
    }

    AttributesBuilder metricAttributes() {
        return Attributes.builder()
                .put(Keys.METHOD, method)
                .put(Keys.SERVER_ADDRESS, address)
                .put(Keys.SERVER_PORT, port)
                .put(Keys.URL_TEMPLATE, template);
    }
}
