/** A Telnyx inside the JVM, for tests and for trying things out. */
module org.telnyx4j.sandbox {
    requires transitive org.telnyx4j.core;
    requires transitive org.telnyx4j.generated;
    requires com.fasterxml.jackson.core;
    requires org.telnyx4j.webhooks;

    exports org.telnyx4j.sandbox;
}
