package org.telnyx4j.internal.threads;

import java.util.concurrent.ThreadFactory;

/**
 * Creates the threads of the library: daemons that keep nothing of the thread that happened to need them first, neither
 * its inherited thread-locals nor its context class loader. A web application can be undeployed while they run.
 */
public final class LibraryThreads {
    private LibraryThreads() {}

    /**
     * Creates a thread, which is not started.
     *
     * @param name the name, which starts with {@code telnyx4j}
     * @param task what it runs
     * @return the thread
     */
    public static Thread create(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(LibraryThreads.class.getClassLoader());
        return thread;
    }

    /**
     * Returns a factory of such threads.
     *
     * @param name the name of each of its threads
     * @return the factory
     */
    public static ThreadFactory factory(String name) {
        return task -> create(name, task);
    }
}
