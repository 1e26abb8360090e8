package org.telnyx4j.sandbox.internal.time;

/** A task of a {@link Timeline}. */
public interface Scheduled {

    /**
     * Takes the task out, unless it has begun already.
     *
     * @return whether the task will not run because of this
     */
    boolean cancel();
}
