package org.telnyx4j.pacing;

import java.util.Arrays;

/**
 * What went in the last so many nanoseconds. Times that are closer together than 1/256 of the window are kept as one, by the
 * later of them, so the memory is bounded whatever the limit, and what is counted is never less than the truth. Not safe for
 * concurrent use.
 */
final class SlidingWindow {
    private static final int PARTS = 256;
    private static final int FIRST_SIZE = 4;

    private final long length;
    private long[] starts = new long[FIRST_SIZE];
    private long[] ends = new long[FIRST_SIZE];
    private long[] units = new long[FIRST_SIZE];
    private int head;
    private int size;
    private long sum;

    SlidingWindow(long length) {
        this.length = length;
    }

    /** Returns from when on so many more fit in; one that never fits waits until nothing is left in the window. */
    long readyAt(long wanted, long capacity, long now) {
        forget(now);
        long room = Math.max(0, capacity - wanted);
        long left = sum;
        long ready = now;
        for (int i = 0; i < size && left > room; i++) {
            int index = index(i);
            left -= units[index];
            ready = ends[index] + length;
        }
        return ready;
    }

    void add(long more, long now) {
        forget(now);
        sum += more;
        if (size > 0) {
            int last = index(size - 1);
            if (now - starts[last] < length / PARTS) {
                units[last] += more;
                ends[last] = now;
                return;
            }
        }
        if (size == units.length) {
            grow();
        }
        int next = index(size);
        starts[next] = now;
        ends[next] = now;
        units[next] = more;
        size++;
    }

    /** Takes back what was added last and did not go. */
    void undo(long less) {
        long rest = less;
        for (int i = size - 1; i >= 0 && rest > 0; i--) {
            int index = index(i);
            long taken = Math.min(rest, units[index]);
            units[index] -= taken;
            sum -= taken;
            rest -= taken;
        }
    }

    long sum(long now) {
        forget(now);
        return sum;
    }

    private void forget(long now) {
        while (size > 0 && ends[head] <= now - length) {
            sum -= units[head];
            head = (head + 1) % units.length;
            size--;
        }
    }

    private int index(int position) {
        return (head + position) % units.length;
    }

    private void grow() {
        starts = unrolled(starts);
        ends = unrolled(ends);
        units = unrolled(units);
        head = 0;
    }

    private long[] unrolled(long[] ring) {
        long[] wider = Arrays.copyOfRange(ring, head, head + ring.length * 2);
        System.arraycopy(ring, 0, wider, ring.length - head, head);
        Arrays.fill(wider, ring.length, wider.length, 0);
        return wider;
    }
}
