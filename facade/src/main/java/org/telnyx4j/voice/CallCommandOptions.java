package org.telnyx4j.voice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.internal.voice.ClientState;

/**
 * What a command to a call says beyond its main arguments. Immutable, so one object can serve any number of calls and
 * threads, as long as it has no command id of its own and its {@linkplain Builder#customize customizers} keep no state.
 *
 * <p>Only what is set is sent. The rules are checked on the finished request, whether a field was set by a method of
 * the builder or by a customizer.
 *
 * @param <R> the generated request of the command
 */
public abstract class CallCommandOptions<R> {
    private final Supplier<R> newRequest;
    private final List<Consumer<? super R>> steps;
    private final List<String> names;
    private final RequestOptions requestOptions;

    CallCommandOptions(Builder<R, ?> builder) {
        this.newRequest = builder.newRequest;
        this.steps = List.copyOf(builder.steps);
        this.names = List.copyOf(builder.names);
        this.requestOptions = builder.requestOptions;
    }

    /**
     * Makes the request that these options stand for. Main arguments such as a destination, and a command id where
     * none was chosen, are added when it is sent.
     *
     * @return a new request each time
     */
    public final R toRequest() {
        R request = newRequest.get();
        steps.forEach(step -> step.accept(request));
        return request;
    }

    /**
     * Returns the options of the HTTP call: deadline, key and headers.
     *
     * @return the options, {@link RequestOptions#none()} where they were not set
     */
    public final RequestOptions requestOptions() {
        return requestOptions;
    }

    /** Names the fields that are set; what they say is private. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + names;
    }

    /**
     * Collects options. Mutable, for one thread. A field that is set twice has the later value.
     *
     * @param <R> the generated request of the command
     * @param <B> the builder's own type
     */
    public abstract static class Builder<R, B extends Builder<R, B>> {
        private final Supplier<R> newRequest;
        private final BiConsumer<R, String> commandId;
        private final BiConsumer<R, String> clientState;
        private final List<Consumer<? super R>> steps = new ArrayList<>();
        private final Set<String> names = new LinkedHashSet<>();
        private RequestOptions requestOptions = RequestOptions.none();

        Builder(Supplier<R> newRequest, BiConsumer<R, String> commandId, BiConsumer<R, String> clientState) {
            this.newRequest = newRequest;
            this.commandId = commandId;
            this.clientState = clientState;
        }

        abstract B self();

        final B set(String name, Consumer<? super R> step) {
            names.add(name);
            steps.add(step);
            return self();
        }

        /**
         * Sets the command id. Telnyx ignores a second command with the same id for the same call within 60 seconds, so
         * whoever wants to repeat a command whose answer was lost chooses the id and keeps it. Without one, each
         * command gets a fresh UUID.
         *
         * @param commandId any text that is not blank
         * @return this builder
         */
        public final B commandId(String commandId) {
            Objects.requireNonNull(commandId, "commandId");
            return set("command_id", request -> this.commandId.accept(request, commandId));
        }

        /**
         * Sets a state of the application's own, which Telnyx keeps with the leg and repeats in the webhooks that
         * follow.
         *
         * @param clientState any text; it is sent as Base64 of its UTF-8 bytes
         * @return this builder
         * @throws IllegalArgumentException if the text has half a surrogate pair, which no encoding can carry
         */
        public final B clientState(String clientState) {
            String encoded = ClientState.encode(clientState);
            return set("client_state", request -> this.clientState.accept(request, encoded));
        }

        /**
         * Changes the generated request, for fields that this builder does not name. What the command's main arguments
         * say, such as the destination, wins over the customizer.
         *
         * @param customizer runs each time the options are used, on the calling thread
         * @return this builder
         */
        public final B customize(Consumer<? super R> customizer) {
            return set("customized", Objects.requireNonNull(customizer, "customizer"));
        }

        /**
         * Sets the options of the HTTP call: deadline, key and headers.
         *
         * @param requestOptions the options
         * @return this builder
         */
        public final B requestOptions(RequestOptions requestOptions) {
            this.requestOptions = Objects.requireNonNull(requestOptions, "requestOptions");
            return self();
        }
    }
}
