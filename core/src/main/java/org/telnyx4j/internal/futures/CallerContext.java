package org.telnyx4j.internal.futures;

import java.util.function.UnaryOperator;

/**
 * Takes along to another thread what belongs to the thread that calls. Safe for use by any number of threads.
 *
 * @param telemetry takes along what is current for OpenTelemetry
 * @param decorator takes along what the application says
 */
record CallerContext(UnaryOperator<Runnable> telemetry, UnaryOperator<Runnable> decorator)
        implements UnaryOperator<Runnable> {
    @Override
    public Runnable apply(Runnable task) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Runnable inner = MdcContext.carried(telemetry.apply(decorator.apply(task)));
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader own = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                inner.run();
            } finally {
                thread.setContextClassLoader(own);
            }
        };
    }
}
