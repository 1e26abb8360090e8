package org.telnyx4j.internal.async;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the build write the asynchronous form of an interface: next to {@code Messages} the interface {@code AsyncMessages},
 * and in this package the class that implements it. Read by the module {@code async-generator}, by this very name; of no use
 * at run time.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AsyncForm {
    /**
     * On an interface, what the names of its operations begin with, such as {@code messages}. On a method, the name that
     * errors and telemetry use, where it is not that of the method.
     *
     * @return the name
     */
    String value();
}
