package org.telnyx4j.sandbox.internal.http;

/** What came is no HTTP that this server reads; the connection is closed after the response. */
final class BadHttpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    BadHttpException(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    HttpResponse toResponse() {
        return HttpResponse.text(status, "text/plain; charset=utf-8", getMessage() + "\n");
    }
}
