/** Sends and receives on the module path, and requires the two modules that the README names. */
module sample {
    requires org.telnyx4j;
    requires org.telnyx4j.webhooks;
    requires jdk.httpserver;
}
