package org.telnyx4j.internal.threads;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads where the JVM has them, from 21 on. This library is compiled for 17, which does not know them, so the four
 * methods are looked up by name: the one place that does so. A class of its own for 21 in the same jar ({@code
 * META-INF/versions}) would be lost in the jars that applications are packed into, and could not be compiled with JDK 17.
 */
public final class VirtualThreads {
    private static final @Nullable Handles HANDLES = Handles.find();

    private VirtualThreads() {}

    /**
     * Returns a factory of virtual threads. Like the other {@linkplain LibraryThreads threads of the library} they inherit
     * nothing of the thread that creates them.
     *
     * @param name the name of each of them
     * @return the factory, or null where there are no virtual threads
     */
    public static @Nullable ThreadFactory factory(String name) {
        return HANDLES == null ? null : HANDLES.factory(name);
    }

    /**
     * Returns whether this thread is a virtual one.
     *
     * @return false where there are none
     */
    public static boolean isCurrent() {
        return HANDLES != null && HANDLES.isVirtual(Thread.currentThread());
    }

    private record Handles(
            MethodHandle ofVirtual,
            MethodHandle name,
            MethodHandle inherit,
            MethodHandle factory,
            MethodHandle isVirtual) {
        static @Nullable Handles find() {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            try {
                Class<?> builder = lookup.findClass("java.lang.Thread$Builder$OfVirtual");
                Class<?> parent = lookup.findClass("java.lang.Thread$Builder");
                MethodHandle ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
                MethodHandle name = lookup.findVirtual(parent, "name", MethodType.methodType(parent, String.class));
                MethodHandle inherit = lookup.findVirtual(
                        parent, "inheritInheritableThreadLocals", MethodType.methodType(parent, boolean.class));
                MethodHandle factory =
                        lookup.findVirtual(parent, "factory", MethodType.methodType(ThreadFactory.class));
                MethodHandle isVirtual =
                        lookup.findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
                return new Handles(
                        ofVirtual.asType(MethodType.methodType(Object.class)),
                        name.asType(MethodType.methodType(Object.class, Object.class, String.class)),
                        inherit.asType(MethodType.methodType(Object.class, Object.class, boolean.class)),
                        factory.asType(MethodType.methodType(ThreadFactory.class, Object.class)),
                        isVirtual);
            } catch (ReflectiveOperationException e) {
                // A JVM before 21; or 19 and 20, where they are not final yet.
                return null;
            }
        }

        @Nullable
        ThreadFactory factory(String threads) {
            try {
                Object builder = (Object) ofVirtual.invokeExact();
                builder = (Object) name.invokeExact(builder, threads);
                builder = (Object) inherit.invokeExact(builder, false);
                return (ThreadFactory) factory.invokeExact(builder);
            } catch (Throwable e) {
                // Such as UnsupportedOperationException, on 19 and 20.
                return null;
            }
        }

        boolean isVirtual(Thread thread) {
            try {
                return (boolean) isVirtual.invokeExact(thread);
            } catch (Throwable e) {
                return false;
            }
        }
    }
}
