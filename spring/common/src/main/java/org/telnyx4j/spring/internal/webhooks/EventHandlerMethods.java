package org.telnyx4j.spring.internal.webhooks;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.telnyx4j.spring.webhooks.TelnyxEventHandler;

/** Finds the methods with {@link TelnyxEventHandler} by the types of the beans, without creating any bean. */
public final class EventHandlerMethods {
    private EventHandlerMethods() {}

    /** Returns whether any bean has such a method. */
    public static boolean existIn(ConfigurableListableBeanFactory beans) {
        return Stream.of(beans.getBeanDefinitionNames())
                .anyMatch(name -> !methodsOf(typeOf(beans, name)).isEmpty());
    }

    /** Returns all such methods. */
    static List<EventHandlerMethod> findIn(ConfigurableListableBeanFactory beans) {
        return Stream.of(beans.getBeanDefinitionNames())
                .flatMap(name -> methodsOf(typeOf(beans, name)).stream()
                        .map(method -> new EventHandlerMethod(beans, name, method)))
                .toList();
    }

    /** Returns the annotated methods of a type. */
    static Set<Method> methodsOf(@Nullable Class<?> type) {
        if (type == null
                || type.getName().startsWith("org.springframework.")
                || !AnnotationUtils.isCandidateClass(type, TelnyxEventHandler.class)) {
            return Set.of();
        }
        MetadataLookup<TelnyxEventHandler> lookup =
                method -> AnnotatedElementUtils.findMergedAnnotation(method, TelnyxEventHandler.class);
        return MethodIntrospector.selectMethods(type, lookup).keySet();
    }

    /** Returns what a bean is, as far as that is known before it exists; the class behind a proxy where there is one. */
    static @Nullable Class<?> typeOf(ConfigurableListableBeanFactory beans, String name) {
        if (ScopedProxyUtils.isScopedTarget(name)) {
            return null;
        }
        Object original = beans.getBeanDefinition(name).getAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE);
        if (original instanceof Class<?> target) {
            return target;
        }
        try {
            return beans.getType(name, false);
        } catch (BeansException | LinkageError e) {
            // A bean of an optional library that is not there. It has none of our methods.
            return null;
        }
    }
}
