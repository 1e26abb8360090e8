package org.telnyx4j.broadcast;

import java.util.HashMap;
import java.util.Map;

/**
 * The unique keys of jobs: the recipient, and once its message was cancelled and it is in the file again, the recipient with a
 * number. What was cancelled was certainly not sent. For one thread.
 */
final class JobKeys {
    private static final char SEPARATOR = '#';

    private final Map<String, Integer> cancelled = new HashMap<>();

    /** Notes that the job of a key is cancelled. */
    void addCancelled(String key) {
        cancelled.merge(recipientOf(key), 1, Integer::sum);
    }

    /** Returns the key of the job that a recipient has, or is to get. */
    String keyOf(String recipient) {
        int before = cancelled.getOrDefault(recipient, 0);
        return before == 0 ? recipient : recipient + SEPARATOR + before;
    }

    static String recipientOf(String key) {
        int end = key.indexOf(SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }
}
