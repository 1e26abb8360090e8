package org.telnyx4j.benchmarks.faults.workload;

import java.io.IOException;
import java.time.Duration;

/** Sends one HTTP request, and knows nothing of what it means. */
interface NaiveSender {
    /**
     * Posts JSON.
     *
     * @param url where to
     * @param ticket the header that tells the server about the send
     * @param json the body
     * @param timeout what the HTTP client is given as its timeout
     * @return the status and the body of the answer
     */
    Reply post(String url, String ticket, String json, Duration timeout) throws IOException, InterruptedException;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the body
     */
    record Reply(int status, String body) {}
}
