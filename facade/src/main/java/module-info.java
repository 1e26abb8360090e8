/** What an application calls: {@link org.telnyx4j.Telnyx} is where to start. */
module org.telnyx4j {
    requires transitive org.telnyx4j.core;
    requires transitive org.telnyx4j.generated;
    // In the signatures of the client's builder.
    requires transitive io.opentelemetry.api;
    requires transitive org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    // Only programs that receive webhooks have it.
    requires static org.telnyx4j.webhooks;

    exports org.telnyx4j;
    exports org.telnyx4j.events.routing;
    exports org.telnyx4j.messaging;
    exports org.telnyx4j.messaging.profiles;
    exports org.telnyx4j.numbers;
    exports org.telnyx4j.paging;
    exports org.telnyx4j.voice;
}
