/** Verifies that a webhook came from Telnyx, and receives webhooks in servlet containers and the JDK's HTTP server. */
module org.telnyx4j.webhooks {
    requires org.bouncycastle.provider;
    requires static transitive org.jspecify;
    // Each of these is needed only by who uses the package named after it.
    requires static jakarta.servlet;
    requires static jdk.httpserver;

    exports org.telnyx4j.webhooks;
    exports org.telnyx4j.webhooks.httpserver;
    exports org.telnyx4j.webhooks.servlet;
}
