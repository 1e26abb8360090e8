package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * A body that an HTTP client of the application's must not send a second time. HttpClient does not try to where a body
 * reports that it cannot be repeated. One that tries all the same, by whatever means, gets an exception for it, and the
 * attempt notes that.
 */
final class UnrepeatableEntity extends WatchedEntity {
    private final AttemptContext attempt;
    private boolean written;

    private UnrepeatableEntity(HttpEntity entity, AttemptContext attempt) {
        super(entity, attempt);
        this.attempt = attempt;
    }

    /**
     * Protects a request. One without a body could be repeated as well, so a POST gets an empty one.
     *
     * @param request the request
     * @param attempt notes if it is written twice
     */
    static void protect(HttpUriRequestBase request, AttemptContext attempt) {
        HttpEntity body = request.getEntity();
        if (body == null && Method.POST.isSame(request.getMethod())) {
            body = new ByteArrayEntity(new byte[0], null);
        }
        if (body != null) {
            request.setEntity(new UnrepeatableEntity(body, attempt));
            attempt.reportsSending(true);
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (written) {
            attempt.repeated();
            throw new IOException("The HTTP client tried to send the request a second time");
        }
        // The client writes the head together with the body, so nothing has left that a server could carry out.
        attempt.beginSending();
        written = true;
        super.writeTo(out);
    }

    /** Taken as written: what becomes of the bytes cannot be known. */
    @Override
    public InputStream getContent() throws IOException {
        attempt.beginSending();
        return super.getContent();
    }
}
