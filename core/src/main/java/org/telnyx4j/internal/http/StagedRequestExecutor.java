package org.telnyx4j.internal.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.FailureStage;

/**
 * Sends requests as HttpClient does, unless it is too late or the connection is not fit for it, and notes when the first
 * byte may have left.
 */
final class StagedRequestExecutor extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informationCallback,
            HttpContext context)
            throws IOException, HttpException {
        begin(request, connection, (AttemptContext) context);
        return super.execute(request, connection, informationCallback, context);
    }

    /** All that has to be so before the first byte leaves. */
    private static void begin(ClassicHttpRequest request, HttpClientConnection connection, AttemptContext attempt)
            throws IOException {
        boolean isFit = connection instanceof HttpConnection own ? own.isFit() : !connection.isStale();
        if (!isFit) {
            throw new UnfitConnectionException();
        }
        attempt.failIfTooLate();
        if (isTunnel(request)) {
            // A proxy is asked for a tunnel with a request of its own, before ours.
            attempt.reached(FailureStage.CONNECT);
            return;
        }
        attempt.reached(FailureStage.SEND);
        if (request.getEntity() == null) {
            // Its few lines are written at once; all the time goes by in waiting.
            attempt.reached(FailureStage.AWAIT_RESPONSE);
        } else {
            WatchedEntity.watch(request, attempt);
        }
    }

    private static boolean isTunnel(HttpRequest request) {
        return Method.CONNECT.isSame(request.getMethod());
    }
}
