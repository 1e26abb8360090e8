/** What generated code and facade are built on: JSON, the exchange with the server, retries, errors, masking, telemetry. */
module org.telnyx4j.core {
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.annotation;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.apache.httpcomponents.core5.httpcore5.h2;
    requires io.opentelemetry.api;
    requires io.opentelemetry.context;
    requires transitive org.jspecify;
    // What HttpClient and OpenTelemetry need, and as automatic modules cannot require themselves.
    requires java.logging;
    requires static jdk.net;
    requires org.slf4j;

    exports org.telnyx4j.async;
    exports org.telnyx4j.client;
    exports org.telnyx4j.errors;
    exports org.telnyx4j.events;
    exports org.telnyx4j.ids;
    exports org.telnyx4j.json;
    exports org.telnyx4j.telemetry;
    exports org.telnyx4j.internal.call to
            org.telnyx4j;
    exports org.telnyx4j.internal.config to
            org.telnyx4j;
    exports org.telnyx4j.internal.errors to
            org.telnyx4j;
    exports org.telnyx4j.internal.events to
            org.telnyx4j;
    exports org.telnyx4j.internal.exchange to
            org.telnyx4j;
    exports org.telnyx4j.internal.json to
            org.telnyx4j;
    exports org.telnyx4j.internal.privacy to
            org.telnyx4j;
    exports org.telnyx4j.internal.telemetry to
            org.telnyx4j;
    exports org.telnyx4j.internal.text to
            org.telnyx4j,
            org.telnyx4j.generated,
            org.telnyx4j.sandbox;
    exports org.telnyx4j.internal.threads to
            org.telnyx4j.sandbox;
    exports org.telnyx4j.internal.time to
            org.telnyx4j;
    exports org.telnyx4j.internal.validation to
            org.telnyx4j,
            org.telnyx4j.sandbox;
    exports org.telnyx4j.internal.version to
            org.telnyx4j;
}
