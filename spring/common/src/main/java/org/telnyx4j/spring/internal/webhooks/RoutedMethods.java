package org.telnyx4j.spring.internal.webhooks;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The annotated methods that the router of the endpoint has; none where there is no such router. */
public final class RoutedMethods {
    private final Set<Routed> routed = ConcurrentHashMap.newKeySet();

    private record Routed(String beanName, Method method) {}

    void add(String beanName, Method method) {
        routed.add(new Routed(beanName, method));
    }

    boolean contains(String beanName, Method method) {
        return routed.contains(new Routed(beanName, method));
    }
}
