package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.net.URI;
import java.util.Locale;
import org.telnyx4j.internal.call.Call;

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

    static HttpTarget of(Call call) {
        URI uri = call.uri();
        String pathTemplate = call.operation().pathTemplate();
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        boolean secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        HostAndPort target = HostAndPort.of(uri);
        String host = target.host();
        String url = uri.getScheme() + "://" + host + (target.port() < 0 ? "" : ":" + target.port())
                + Redaction.path(path, pathTemplate)
                + (query == null ? "" : "?" + Redaction.query(query));
        return new HttpTarget(
                call.operation().method(),
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                target.port() >= 0 ? target.port() : secure ? 443 : 80,
                Redaction.template(path, pathTemplate),
                url);
    }

    String spanName() {
        return template.isEmpty() ? method : method + " " + template;
    }

    Attributes spanAttributes(int resends) {
        AttributesBuilder attributes = metricAttributes().put(AttributeNames.URL_FULL, url);
        return resends > 0
                ? attributes.put(AttributeNames.RESEND_COUNT, (long) resends).build()
                : attributes.build();
    }

    AttributesBuilder metricAttributes() {
        return Attributes.builder()
                .put(AttributeNames.METHOD, method)
                .put(AttributeNames.SERVER_ADDRESS, address)
                .put(AttributeNames.SERVER_PORT, port)
                .put(AttributeNames.URL_TEMPLATE, template);
    }
}
