package org.telnyx4j.sandbox;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the account, or a Call Control application, which is one too: calls are dialled through it, and it has
 * the URL that events of calls go to. Immutable; the methods that set something return another.
 */
public final class SandboxConnection {
    private final String id;
    private final String name;
    private final @Nullable String webhookUrl;
    private final @Nullable String webhookFailoverUrl;

    private SandboxConnection(
            String id, String name, @Nullable String webhookUrl, @Nullable String webhookFailoverUrl) {
        this.id = id;
        this.name = name;
        this.webhookUrl = webhookUrl;
        this.webhookFailoverUrl = webhookFailoverUrl;
    }

    /**
     * Creates a connection without webhooks, whose name is its id.
     *
     * @param id by which numbers and dials refer to it
     * @throws IllegalArgumentException if the id is blank
     */
    public static SandboxConnection of(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        return new SandboxConnection(id, id, null, null);
    }

    /** Returns this connection under another name. */
    public SandboxConnection named(String anotherName) {
        return new SandboxConnection(
                id, Objects.requireNonNull(anotherName, "anotherName"), webhookUrl, webhookFailoverUrl);
    }

    /** Returns this connection with the URL that events of its calls go to. */
    public SandboxConnection withWebhookUrl(String url) {
        return new SandboxConnection(id, name, Objects.requireNonNull(url, "url"), webhookFailoverUrl);
    }

    /** Returns this connection with the URL that events go to when the first can't be reached. */
    public SandboxConnection withWebhookFailoverUrl(String url) {
        return new SandboxConnection(id, name, webhookUrl, Objects.requireNonNull(url, "url"));
    }

    /** Returns the id by which numbers and dials refer to it. */
    public String id() {
        return id;
    }

    /** Returns the name, by which numbers can be filtered. */
    public String name() {
        return name;
    }

    /** Returns the URL that events of its calls go to. */
    public Optional<String> webhookUrl() {
        return Optional.ofNullable(webhookUrl);
    }

    /** Returns the URL that events go to when the first can't be reached. */
    public Optional<String> webhookFailoverUrl() {
        return Optional.ofNullable(webhookFailoverUrl);
    }

    /** Shows the id and not the URLs. */
    @Override
    public String toString() {
        return "SandboxConnection[" + id + "]";
    }
}
