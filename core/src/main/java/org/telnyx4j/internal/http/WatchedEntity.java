package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.telnyx4j.errors.FailureStage;

/** Notes when a request's body begins to be written, and when it is written: what is left then is to wait. */
class WatchedEntity extends HttpEntityWrapper {
    private final AttemptContext attempt;

    WatchedEntity(HttpEntity entity, AttemptContext attempt) {
        super(entity);
        this.attempt = attempt;
    }

    /** Watches a request's body. */
    static void watch(HttpEntityContainer request, AttemptContext attempt) {
        HttpEntity entity = request.getEntity();
        if (entity != null && !(entity instanceof WatchedEntity)) {
            request.setEntity(new WatchedEntity(entity, attempt));
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        attempt.reached(FailureStage.SEND);
        super.writeTo(out);
        attempt.reached(FailureStage.AWAIT_RESPONSE);
    }
}
