package org.telnyx4j.sandbox.internal.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an event goes.
 *
 * @param urls the URLs in their order: one is tried once all tries of the one before have failed; empty where nobody wants
 *     the event
 * @param retryDelays how long after a failed try the next one follows, which is also how many there are; null for the
 *     sandbox's own
 */
public record Targets(List<String> urls, @Nullable List<Duration> retryDelays) {
    public static final Targets NONE = new Targets(List.of(), null);

    public Targets {
        urls = List.copyOf(urls);
        retryDelays = retryDelays == null ? null : List.copyOf(retryDelays);
    }

    /** Returns targets of those URLs that there are. */
    public static Targets of(@Nullable String... urls) {
        return new Targets(
                Stream.of(urls)
                        .filter(url -> url != null && !url.isBlank())
                        .distinct()
                        .toList(),
                null);
    }

    public Targets withRetries(@Nullable List<Duration> delays) {
        return new Targets(urls, delays);
    }

    /** Returns these targets, or others where there are none. */
    public Targets or(Targets others) {
        return urls.isEmpty() ? others : this;
    }

    /** Returns these targets, and others for when all of these have failed. */
    public Targets then(Targets others) {
        return new Targets(
                Stream.concat(urls.stream(), others.urls.stream()).distinct().toList(), retryDelays);
    }

    /** Returns the URL that is tried first. */
    public @Nullable String first() {
        return urls.isEmpty() ? null : urls.get(0);
    }

    /** Returns the URL that is tried next. */
    public @Nullable String second() {
        return urls.size() < 2 ? null : urls.get(1);
    }

    /** Shows no URL, which may have a token in it. */
    @Override
    public String toString() {
        return "Targets[" + urls.size() + " URLs]";
    }
}
