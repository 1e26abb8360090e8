package org.telnyx4j.internal.telemetry;

import java.util.Locale;

/** OpenTelemetry's Java agent, which reports the requests of Apache HttpClient by itself. */
final class Agent {
    private static final String TYPE = "io/opentelemetry/javaagent/OpenTelemetryAgent.class";
    private static final String ENABLED = "otel.javaagent.enabled";
    private static final String ALL = "otel.instrumentation.common.default-enabled";
    private static final String HTTP_CLIENT = "otel.instrumentation.apache-httpclient.enabled";

    private Agent() {}

    /** Returns whether this JVM was started with the agent. */
    static boolean isThere() {
        return ClassLoader.getSystemResource(TYPE) != null && isOn(ENABLED, true);
    }

    /** Returns whether the agent reports HttpClient's requests, as far as properties and environment show. */
    static boolean reportsHttpClient() {
        return isThere() && isOn(HTTP_CLIENT, isOn(ALL, true));
    }

    /** The agent reads its settings in this order, and the name of a variable from that of the property. */
    private static boolean isOn(String property, boolean otherwise) {
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        String set = System.getProperty(property);
        String value = set != null ? set : System.getenv(variable);
        return (value == null || value.isBlank()) ? otherwise : Boolean.parseBoolean(value.trim());
    }
}
