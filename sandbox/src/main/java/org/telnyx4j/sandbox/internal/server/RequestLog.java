package org.telnyx4j.sandbox.internal.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.internal.api.Exchange;

/** The requests that were received, the newest 100,000 of them. */
public final class RequestLog {
    private static final int CAPACITY = 100_000;

    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

    synchronized void add(Exchange request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    public synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }

    public synchronized int size() {
        return requests.size();
    }

    public synchronized void clear() {
        requests.clear();
    }
}
