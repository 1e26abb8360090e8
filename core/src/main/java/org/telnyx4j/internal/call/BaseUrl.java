package org.telnyx4j.internal.call;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.internal.text.QueryWriter;

/**
 * Where requests go. Remembers the URLs that depend on nothing but the operation, such as that of all texts, since parsing
 * one takes longer than writing a request. Safe for use by any number of threads.
 */
public final class BaseUrl {
    /** More than there are operations, so that they are seldom in each other's way. */
    private static final int MOST = 256;

    private final String url;
    private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(MOST);

    /**
     * Creates a base URL.
     *
     * @param url the URL, without a slash at its end
     */
    public BaseUrl(String url) {
        this.url = url;
    }

    /** A URL that was parsed before. */
    private record Known(String path, URI uri) {}

    /**
     * Returns the whole URL of a request.
     *
     * @param request the request
     * @return the URL
     */
    URI resolve(ApiRequest<?> request) {
        String path = request.path();
        if (request.query() != null || !path.equals(request.operation().pathTemplate())) {
            return URI.create(url(request));
        }
        int slot = Math.floorMod(path.hashCode(), MOST);
        Known found = known.get(slot);
        if (found == null || !found.path.equals(path)) {
            found = new Known(path, URI.create(url(request)));
            known.set(slot, found);
        }
        return found.uri;
    }

    private String url(ApiRequest<?> request) {
        StringBuilder whole = new StringBuilder(url.length() + request.path().length() + 64);
        whole.append(url).append(request.path());
        if (request.query() != null) {
            QueryWriter.append(whole, request.query());
        }
        return whole.toString();
    }

    /** Returns the URL. */
    @Override
    public String toString() {
        return url;
    }
}
