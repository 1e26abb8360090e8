package org.telnyx4j.spring.internal.webhooks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.EventHandler;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.webhooks.TelnyxEventHandler;

/**
 * A method of a bean that handles events. The bean is looked up for each event, so that finding the methods creates no bean,
 * and beans of other scopes than singleton work.
 */
final class EventHandlerMethod implements EventHandler<WebhookEvent> {
    private final BeanFactory beans;
    private final String beanName;
    private final Method method;

    EventHandlerMethod(BeanFactory beans, String beanName, Method method) {
        this.beans = beans;
        this.beanName = beanName;
        this.method = method;
        if (method.getParameterCount() != 1 || !WebhookEvent.class.isAssignableFrom(method.getParameterTypes()[0])) {
            throw new TelnyxConfigurationException(
                    "The @TelnyxEventHandler method " + this + " does not have exactly one parameter that is an event.",
                    "Give it one parameter of type WebhookEvent or of an event, such as MessageEvent.Received.",
                    null);
        }
    }

    /** Adds this method to a router. */
    void addTo(EventRouter.Builder router) {
        String type = type();
        try {
            if (type.isEmpty()) {
                router.on(method.getParameterTypes()[0].asSubclass(WebhookEvent.class), this);
            } else {
                router.on(type, this);
            }
        } catch (IllegalArgumentException e) {
            throw new TelnyxConfigurationException(
                    "The @TelnyxEventHandler method " + this + " cannot be used: " + e.getMessage() + ".",
                    "Let one method handle these events and call what else is interested, or take a more special event.",
                    e);
        }
        if (!type.isEmpty() && method.getParameterTypes()[0] != WebhookEvent.class) {
            throw new TelnyxConfigurationException(
                    "The @TelnyxEventHandler method " + this + " names a type of event, and its parameter another.",
                    "Declare the parameter as WebhookEvent, or leave the type out.",
                    null);
        }
    }

    private String type() {
        TelnyxEventHandler annotation = AnnotatedElementUtils.findMergedAnnotation(method, TelnyxEventHandler.class);
        return annotation == null ? "" : annotation.type();
    }

    @Override
    public void handle(WebhookEvent event) throws Exception {
        Object bean = beans.getBean(beanName);
        Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(invocable);
        try {
            invocable.invoke(bean, event);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getTargetException();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw thrown instanceof Exception exception ? exception : e;
        }
    }

    /** The bean that has the method. */
    String beanName() {
        return beanName;
    }

    /** The method. */
    Method method() {
        return method;
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
