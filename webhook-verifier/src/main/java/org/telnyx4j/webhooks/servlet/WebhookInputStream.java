package org.telnyx4j.webhooks.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a body that is in memory as a whole, so it never has to wait. */
final class WebhookInputStream extends ServletInputStream {
    private final InputStream body;
    private final ServletRequest request;
    private boolean listening;

    WebhookInputStream(InputStream body, ServletRequest request) {
        this.body = body;
        this.request = request;
    }

    @Override
    public boolean isFinished() {
        try {
            return body.available() == 0;
        } catch (IOException e) {
            throw new IllegalStateException("A body in memory cannot fail to be read", e);
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Calls the listener on a thread of the container: once with all data, and then to report that this was all. */
    @Override
    public void setReadListener(ReadListener listener) {
        Objects.requireNonNull(listener, "listener");
        if (listening) {
            throw new IllegalStateException("There is a listener already");
        }
        // Throws IllegalStateException where no asynchronous work was started, as the Servlet API wants it.
        request.getAsyncContext().start(() -> tell(listener));
        listening = true;
    }

    @Override
    public int read() throws IOException {
        return body.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return body.read(target, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        return body.skip(count);
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    private void tell(ReadListener listener) {
        try {
            if (!isFinished()) {
                listener.onDataAvailable();
            }
            listener.onAllDataRead();
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }
}
