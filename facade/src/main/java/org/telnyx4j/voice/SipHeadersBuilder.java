package org.telnyx4j.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CustomSipHeader;

/**
 * Collects the options of a command that can send SIP headers. Mutable, for one thread.
 *
 * @param <R> the generated request of the command
 * @param <B> the builder's own type
 */
public abstract class SipHeadersBuilder<R, B extends SipHeadersBuilder<R, B>> extends CallCommandOptions.Builder<R, B> {
    private final Headers<R> headers;

    SipHeadersBuilder(
            Supplier<R> newRequest,
            BiConsumer<R, String> commandId,
            BiConsumer<R, String> clientState,
            Headers<R> headers) {
        super(newRequest, commandId, clientState);
        this.headers = headers;
    }

    /**
     * Adds a SIP header of the application's own.
     *
     * @param name the header's name
     * @param value what it says, without line breaks
     * @return this builder
     */
    public final B customHeader(String name, String value) {
        return customHeaders(List.of(new CustomHeader(name, value)));
    }

    /**
     * Adds SIP headers of the application's own. The same name may come several times.
     *
     * @param customHeaders the headers, sent in this order after those that were added before
     * @return this builder
     */
    public final B customHeaders(List<CustomHeader> customHeaders) {
        List<CustomHeader> added = List.copyOf(Objects.requireNonNull(customHeaders, "customHeaders"));
        return set("custom_headers", request -> {
            List<CustomSipHeader> present = headers.getter().apply(request);
            List<CustomSipHeader> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
            added.forEach(
                    header -> all.add(new CustomSipHeader().name(header.name()).value(header.value())));
            headers.setter().accept(request, all);
        });
    }

    /** How the headers of a request are read and set. */
    record Headers<R>(
            Function<R, @Nullable List<CustomSipHeader>> getter, BiConsumer<R, List<CustomSipHeader>> setter) {}
}
