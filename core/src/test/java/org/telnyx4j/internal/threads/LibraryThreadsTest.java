package org.telnyx4j.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LibraryThreadsTest {
    @Test
    void aThreadKeepsNothingOfTheOneThatCreatesIt() throws Exception {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        AtomicReference<String> seen = new AtomicReference<>("nothing yet");
        Thread self = Thread.currentThread();
        ClassLoader before = self.getContextClassLoader();
        try (URLClassLoader ofTheApplication = new URLClassLoader(new URL[0])) {
            local.set("private");
            self.setContextClassLoader(ofTheApplication);
            Thread thread = LibraryThreads.factory("telnyx4j-test").newThread(() -> seen.set(local.get()));
            assertThat(thread.getContextClassLoader()).isNotSameAs(ofTheApplication);
            assertThat(thread.isDaemon()).isTrue();
            thread.start();
            thread.join();
            assertThat(seen.get()).isNull();
        } finally {
            self.setContextClassLoader(before);
            local.remove();
        }
    }
}
