package org.telnyx4j.spring.test.internal;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.telnyx4j.optouts.InMemoryOptOutStore;
import org.telnyx4j.optouts.OptOutStore;

/** Forgets who has opted out, where telnyx4j-opt-outs is on the class path and keeps it in memory. */
final class OptOutReset {
    private static final boolean PRESENT =
            ClassUtils.isPresent("org.telnyx4j.optouts.InMemoryOptOutStore", OptOutReset.class.getClassLoader());

    private OptOutReset() {}

    static void in(ApplicationContext context) {
        if (PRESENT) {
            Stores.clear(context);
        }
    }

    /** Loaded only where the artifact is there. */
    private static final class Stores {
        static void clear(ApplicationContext context) {
            for (OptOutStore store :
                    context.getBeansOfType(OptOutStore.class, false, false).values()) {
                if (store instanceof InMemoryOptOutStore inMemory) {
                    inMemory.clear();
                }
            }
        }
    }
}
