package org.telnyx4j.internal.http;

/** Whether HTTP/2 is offered to the server: until it asks for HTTP/1.1. Safe for use by any number of threads. */
final class HttpVersionChoice {
    private volatile boolean isHttp2Refused;

    boolean offersHttp2() {
        return !isHttp2Refused;
    }

    /** Notes that the server asked for HTTP/1.1. */
    void refuseHttp2() {
        isHttp2Refused = true;
    }
}
