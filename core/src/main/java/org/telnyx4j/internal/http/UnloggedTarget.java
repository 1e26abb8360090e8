package org.telnyx4j.internal.http;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpRequest;

/**
 * Keeps the path and the query of a request, which may have phone numbers in them, from everything between this library
 * and the wire: HttpClient's log, and an agent for tracing, which reads the URL where HttpClient is called. Such an agent
 * also adds headers, with which another company would get the caller's trace ids; they do not leave.
 */
final class UnloggedTarget {
    private static final String HIDDEN = "/***";

    private UnloggedTarget() {}

    /** Hides the target of a request, right before HttpClient gets it. */
    static void hide(HttpUriRequestBase request, AttemptContext attempt) {
        attempt.keep(request.getPath(), request.getHeaders());
        request.setPath(HIDDEN);
    }

    /** Has a client give back what was hidden: headers as soon as HttpClient has the request, the target at last. */
    static void restore(HttpClientBuilder builder) {
        builder.addExecInterceptorFirst("telnyx4j-own-headers", (request, scope, chain) -> {
            request.setHeaders(((AttemptContext) scope.clientContext).headers());
            return chain.proceed(request, scope);
        });
        builder.addRequestInterceptorFirst((request, entity, context) -> restore(request, (AttemptContext) context));
    }

    private static void restore(HttpRequest request, AttemptContext attempt) {
        request.setPath(attempt.target());
    }
}
