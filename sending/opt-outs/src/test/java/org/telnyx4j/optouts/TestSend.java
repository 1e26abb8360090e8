package org.telnyx4j.optouts;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.SendRequest;

/** A send as a guard sees it. */
record TestSend(
        @Nullable String tenantName,
        @Nullable String from,
        @Nullable String profile,
        List<String> recipients,
        Map<Object, Object> attachments)
        implements SendRequest {
    static TestSend of(@Nullable String from, @Nullable String profile, String... recipients) {
        return new TestSend(null, from, profile, List.of(recipients), new IdentityHashMap<>());
    }

    TestSend ofTenant(String tenant) {
        return new TestSend(tenant, from, profile, recipients, new IdentityHashMap<>());
    }

    @Override
    public String operation() {
        return "messages.send";
    }

    @Override
    public Optional<String> tenant() {
        return Optional.ofNullable(tenantName);
    }

    @Override
    public Optional<String> sender() {
        return Optional.ofNullable(from);
    }

    @Override
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(profile);
    }

    @Override
    public boolean isGroup() {
        return recipients.size() > 1;
    }

    @Override
    public boolean isMms() {
        return isGroup();
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public Optional<OffsetDateTime> sendAt() {
        return Optional.empty();
    }

    @Override
    public Duration remaining() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean pause(Duration duration) {
        return true;
    }

    @Override
    public void attach(Object key, Object value) {
        attachments.put(key, value);
    }

    @Override
    public <T> Optional<T> attachment(Object key, Class<T> type) {
        return Optional.ofNullable(attachments.get(key))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
