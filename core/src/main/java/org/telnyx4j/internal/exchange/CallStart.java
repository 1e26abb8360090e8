package org.telnyx4j.internal.exchange;

/**
 * When an asynchronous call began to count, which is when it was called. For lists, whose pages are calls one after the
 * other, it is set anew with each page. Set before the thread is told to run, and read by that thread.
 */
final class CallStart {
    private volatile long nanos;

    CallStart(long nanos) {
        this.nanos = nanos;
    }

    long nanos() {
        return nanos;
    }

    void set(long begin) {
        nanos = begin;
    }
}
