package org.telnyx4j.wire.async;

import org.telnyx4j.async.AsyncOptions;

/** Where asynchronous calls can run. What is true of one is to be true of all. */
@SuppressWarnings("ImmutableEnumChecker") // The options are immutable, though their executor is not.
enum Kind {
    /** Virtual threads where there are any. */
    DEFAULT(AsyncOptions.builder().build()),
    /** A pool of a few threads. */
    POOL(AsyncOptions.builder().virtualThreads(false).maxThreads(4).build()),
    /** An executor of the application's. */
    OWN(AsyncOptions.builder()
            .executor(task -> {
                Thread thread = new Thread(task, "application");
                thread.setDaemon(true);
                thread.start();
            })
            .build());

    final AsyncOptions options;

    Kind(AsyncOptions options) {
        this.options = options;
    }
}
