package org.telnyx4j.events.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.webhooks.MalformedWebhookException;
import org.telnyx4j.webhooks.ReplayGuard;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookHandler;

/**
 * Passes each webhook, as an event, to exactly one handler, the most specific: the handler for its type by name if there
 * is one, else the one for its class, else the one for its family, such as {@link
 * org.telnyx4j.generated.event.CallEvent}, else the fallback. An event without a handler is acknowledged and dropped. A
 * body that is no event is refused with a {@link MalformedWebhookException}, which gives the response 400, unless there
 * is a handler for {@link UnreadableEvent} itself.
 *
 * <p>What only keeps a record, such as who has opted out, is not to take an event away from that handler: {@link
 * Builder#before} has it called as well.
 *
 * <p><b>When handlers run.</b> Without an executor, on the thread that received the webhook, before Telnyx gets its
 * response: if the handler fails, the response is an error and Telnyx delivers the event again, up to three times for
 * each URL. So an event is handled at least once, as long as the handler takes less than the 2 s for which Telnyx waits.
 * With an executor the response is sent as soon as the executor has taken the event. Then Telnyx does not deliver it
 * again: an event whose handler fails, or that waits in the executor's queue when the process ends, is lost unless the
 * application stores it ({@link WebhookEvent#toJson()}). If the executor rejects an event, the response is an error and
 * Telnyx delivers it again. Use an executor with threads of its own and a bounded queue.
 *
 * <p><b>Duplicates</b> are dropped if there is a {@link ReplayGuard}. It remembers the ids of events; when a handler
 * fails or the executor rejects, the id is forgotten, so that the next delivery is handled. Without an executor, a
 * duplicate that comes while the first delivery is still being handled in this process gets an error: the first may
 * still fail, and a duplicate that was acknowledged would not come again. Events without an
 * id are never duplicates. If the guard itself fails, the event is not handled and the response is an error.
 *
 * <p>Immutable and safe for use by any number of threads. The adapters take it as their {@link WebhookHandler}.
 */
public final class EventRouter implements WebhookHandler {
    private final Map<String, EventHandler<WebhookEvent>> byType;
    private final List<Route> byClass;
    private final boolean takesUnreadable;
    private final @Nullable EventErrorHandler errorHandler;
    private final @Nullable Executor executor;
    private final @Nullable ReplayGuard replayGuard;

    /** Ids of the events that receiving threads are handling at this moment. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    private record Route(Class<?> type, EventHandler<WebhookEvent> handler) {}

    private EventRouter(Builder builder) {
        List<Route> before = List.copyOf(builder.before);
        this.byType = builder.byType.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> chain(before, entry.getValue())));
        this.byClass = Stream.concat(
                        builder.mostSpecificFirst().stream(),
                        // For the events that no handler is for.
                        before.stream().map(route -> new Route(route.type(), event -> {})))
                .map(route -> new Route(route.type(), chain(before, route.handler())))
                .toList();
        this.takesUnreadable = builder.byClass.containsKey(UnreadableEvent.class);
        this.errorHandler = builder.errorHandler;
        this.executor = builder.executor;
        this.replayGuard = builder.replayGuard;
    }

    private static EventHandler<WebhookEvent> chain(List<Route> before, EventHandler<WebhookEvent> handler) {
        if (before.isEmpty()) {
            return handler;
        }
        return event -> {
            for (Route route : before) {
                if (route.type().isInstance(event)) {
                    route.handler().handle(event);
                }
            }
            handler.handle(event);
        };
    }

    /**
     * Starts a router.
     *
     * @return a builder without handlers
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a webhook, and handles its event or passes it to the executor.
     *
     * @param webhook what the verifier returned
     * @throws Exception what the handler threw, if it runs on this thread; also if the executor rejects the event
     * @throws MalformedWebhookException if the body is no event and there is no handler for {@link UnreadableEvent}
     * @throws IllegalStateException if another delivery of the event is being handled at this moment
     */
    @Override
    public void handle(VerifiedWebhook webhook) throws Exception {
        WebhookEvent event = WebhookEvents.parse(webhook);
        if (event instanceof UnreadableEvent unreadable && !takesUnreadable) {
            throw new MalformedWebhookException("The body is " + unreadable.reason());
        }
        EventHandler<WebhookEvent> handler = handlerOf(event);
        if (handler == null) {
            return;
        }
        String id = replayGuard == null ? null : event.id().orElse(null);
        if (executor != null) {
            handOver(event, handler, id, executor);
        } else if (id == null) {
            run(event, handler, null);
        } else if (inHand.add(id)) {
            try {
                handleFirst(event, handler, id);
            } finally {
                inHand.remove(id);
            }
        } else {
            throw new IllegalStateException("the event is being handled, and may yet fail");
        }
    }

    private @Nullable EventHandler<WebhookEvent> handlerOf(WebhookEvent event) {
        EventHandler<WebhookEvent> named = byType.get(event.type());
        if (named != null) {
            return named;
        }
        for (Route route : byClass) {
            if (route.type().isInstance(event)) {
                return route.handler();
            }
        }
        return null;
    }

    private void handOver(
            WebhookEvent event, EventHandler<WebhookEvent> handler, @Nullable String id, Executor executor) {
        if (isDuplicate(id)) {
            return;
        }
        try {
            executor.execute(() -> runForExecutor(event, handler, id));
        } catch (RuntimeException | Error rejected) {
            forget(id, rejected);
            throw rejected;
        }
    }

    private void runForExecutor(WebhookEvent event, EventHandler<WebhookEvent> handler, @Nullable String id) {
        try {
            run(event, handler, id);
        } catch (Exception e) {
            if (errorHandler == null) {
                // So that it shows where failures of the executor's threads show.
                throw new IllegalStateException("the handler of " + event + " failed", e);
            }
        }
    }

    private void handleFirst(WebhookEvent event, EventHandler<WebhookEvent> handler, String id) throws Exception {
        if (!isDuplicate(id)) {
            run(event, handler, id);
        }
    }

    private void run(WebhookEvent event, EventHandler<WebhookEvent> handler, @Nullable String id) throws Exception {
        try {
            handler.handle(event);
        } catch (Throwable failure) {
            forget(id, failure);
            report(event, failure);
            throw failure;
        }
    }

    private boolean isDuplicate(@Nullable String id) {
        return id != null && replayGuard != null && !replayGuard.firstTime(id);
    }

    private void forget(@Nullable String id, Throwable because) {
        if (id != null && replayGuard != null) {
            try {
                replayGuard.forget(id);
            } catch (RuntimeException e) {
                because.addSuppressed(e);
            }
        }
    }

    private void report(WebhookEvent event, Throwable failure) {
        if (errorHandler != null) {
            try {
                errorHandler.failed(event, failure);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Collects the handlers of a router. Mutable, for one thread. */
    public static final class Builder {
        private final Map<String, EventHandler<WebhookEvent>> byType = new HashMap<>();
        private final Map<Class<?>, EventHandler<WebhookEvent>> byClass = new HashMap<>();
        private final List<Route> before = new ArrayList<>();
        private @Nullable EventErrorHandler errorHandler;
        private @Nullable Executor executor;
        private @Nullable ReplayGuard replayGuard;

        private Builder() {}

        /**
         * Sets the handler for the events of a class, unless there is one for a class below it or for the type by name.
         *
         * @param type the class, such as {@code CallEvent.Answered.class} or {@code CallEvent.class}
         * @param handler handles them
         * @param <E> the class
         * @return this
         * @throws IllegalArgumentException if there is a handler for the class already
         */
        public <E extends WebhookEvent> Builder on(Class<E> type, EventHandler<? super E> handler) {
            Objects.requireNonNull(handler, "handler");
            EventHandler<WebhookEvent> typed = event -> handler.handle(type.cast(event));
            if (byClass.putIfAbsent(Objects.requireNonNull(type, "type"), typed) != null) {
                throw new IllegalArgumentException("There is a handler for " + type.getName() + " already");
            }
            return this;
        }

        /**
         * Adds what is called with each event of a class before the one handler that the event is for, and also where it has
         * none. There may be several for a class; they are called in the order in which they were added. If one fails, those
         * after it are not called, and the event counts as one whose handler has failed: it comes again, so each must be
         * able to handle an event twice.
         *
         * @param type the class, such as {@code MessageEvent.class}
         * @param handler is called with them
         * @param <E> the class
         * @return this
         */
        public <E extends WebhookEvent> Builder before(Class<E> type, EventHandler<? super E> handler) {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(handler, "handler");
            before.add(new Route(type, event -> handler.handle(type.cast(event))));
            return this;
        }

        /**
         * Sets the handler for the events of a type by its name, such as a type that has no class yet.
         *
         * @param type the type as Telnyx names it, such as {@code fax.received}
         * @param handler handles them
         * @return this
         * @throws IllegalArgumentException if there is a handler for the name already
         */
        public Builder on(String type, EventHandler<WebhookEvent> handler) {
            Objects.requireNonNull(handler, "handler");
            if (byType.putIfAbsent(Objects.requireNonNull(type, "type"), handler) != null) {
                throw new IllegalArgumentException("There is a handler for " + type + " already");
            }
            return this;
        }

        /**
         * Sets the handler for all events that have no other: the same as one for {@code WebhookEvent.class}.
         *
         * @param handler handles them
         * @return this
         * @throws IllegalArgumentException if there is a handler for {@code WebhookEvent.class} already
         */
        public Builder fallback(EventHandler<WebhookEvent> handler) {
            return on(WebhookEvent.class, handler);
        }

        /**
         * Sets what is called when a handler has failed, for logs and alarms. It changes nothing of what {@link
         * EventRouter} describes. Without it, a failure on the executor goes to its thread's handler of uncaught
         * exceptions.
         *
         * @param errorHandler receives the event and the failure
         * @return this
         */
        public Builder errorHandler(EventErrorHandler errorHandler) {
            this.errorHandler = Objects.requireNonNull(errorHandler, "errorHandler");
            return this;
        }

        /**
         * Sets where handlers run. Unless set, on the thread that received the webhook. The application closes it.
         *
         * @param executor runs the handlers
         * @return this
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Sets what recognises duplicates. Unless set, a duplicate is handled like any other event.
         *
         * @param replayGuard remembers the ids of events
         * @return this
         */
        public Builder replayGuard(ReplayGuard replayGuard) {
            this.replayGuard = Objects.requireNonNull(replayGuard, "replayGuard");
            return this;
        }

        /**
         * Builds the router. What is set here later does not change it.
         *
         * @return the router
         */
        public EventRouter build() {
            return new EventRouter(this);
        }

        /** Orders the classes so that each comes before its superclasses. */
        private List<Route> mostSpecificFirst() {
            List<Route> routes = new ArrayList<>();
            byClass.forEach((type, handler) -> {
                int place = 0;
                while (place < routes.size() && !routes.get(place).type().isAssignableFrom(type)) {
                    place++;
                }
                routes.add(place, new Route(type, handler));
            });
            return List.copyOf(routes);
        }
    }
}
