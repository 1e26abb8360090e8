package org.telnyx4j.internal.http;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpRequest;

/**
 * Keeps the path and the query of a request, which may have phone numbers in them, out of HttpClient's log. HttpClient
 * logs them once, between these two steps: the first takes them away, the second gives them back.
 */
final class UnloggedTarget {
    private static final String HIDDEN = "/***";

    private UnloggedTarget() {}

    /** Hides the target of each request of a client. */
    static void hide(HttpClientBuilder builder) {
        builder.addExecInterceptorLast("telnyx4j-hide-target", (request, scope, chain) -> {
            AttemptContext attempt = (AttemptContext) scope.clientContext;
            attempt.target(request.getPath());
            request.setPath(HIDDEN);
            return chain.proceed(request, scope);
        });
        builder.addRequestInterceptorFirst((request, entity, context) -> restore(request, (AttemptContext) context));
    }

    private static void restore(HttpRequest request, AttemptContext attempt) {
        request.setPath(attempt.target());
    }
}
