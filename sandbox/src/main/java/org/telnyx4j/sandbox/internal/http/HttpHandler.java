package org.telnyx4j.sandbox.internal.http;

/** Responds to requests, from many threads at the same time. */
@FunctionalInterface
public interface HttpHandler {
    HttpResponse handle(HttpRequest request);
}
