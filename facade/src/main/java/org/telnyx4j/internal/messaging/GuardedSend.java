package org.telnyx4j.internal.messaging;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.time.Nanos;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.messaging.SendRequest;
import org.telnyx4j.messaging.SmsSegments;

/** A message on its way past the guards. For the thread that sends. */
final class GuardedSend implements SendRequest {
    private final Call call;
    private final JsonModel message;
    private final Sleeper sleeper;
    private final long endNanos;
    private final List<Sleeper.Registration> closing = new ArrayList<>(0);
    private @Nullable IdentityHashMap<Object, Object> attachments;

    GuardedSend(Call call, Attempt first, Sleeper sleeper) {
        this.call = call;
        this.message = Objects.requireNonNull(call.request().body(), "what sends has a body");
        this.sleeper = sleeper;
        this.endNanos = first.beginNanos() + Nanos.of(call.timeout());
    }

    @Override
    public String operation() {
        return call.name();
    }

    @Override
    public Optional<String> tenant() {
        return Optional.ofNullable(call.tenant());
    }

    @Override
    public Optional<String> sender() {
        return text("from");
    }

    @Override
    public Optional<String> messagingProfileId() {
        return text("messaging_profile_id");
    }

    @Override
    public List<String> recipients() {
        Object to = message.get("to");
        return to instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : to == null ? List.of() : List.of(to.toString());
    }

    @Override
    public boolean isGroup() {
        return call.operation().equals(MessagesApi.SEND_GROUP_MMS);
    }

    @Override
    public boolean isMms() {
        return isGroup()
                || (message.get("media_urls") instanceof List<?> media && !media.isEmpty())
                || Objects.toString(message.get("type"), "").equals("MMS");
    }

    @Override
    public int parts() {
        return isMms()
                ? 1
                : Math.max(
                        1,
                        text("text")
                                .map(SmsSegments::of)
                                .map(SmsSegments::parts)
                                .orElse(1));
    }

    @Override
    public Optional<OffsetDateTime> sendAt() {
        return message.get("send_at") instanceof OffsetDateTime time ? Optional.of(time) : Optional.empty();
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    long remainingNanos() {
        return Math.max(0, endNanos - sleeper.nanoTime());
    }

    @Override
    public boolean pause(Duration duration) throws InterruptedException {
        Duration left = remaining();
        boolean enough = duration.compareTo(left) < 0;
        Duration wait = enough ? duration : left;
        if (!wait.isNegative() && !wait.isZero()) {
            sleeper.sleep(wait);
        }
        return enough && !sleeper.isClosed();
    }

    @Override
    public void onClose(Runnable action) {
        closing.add(sleeper.onClose(action));
    }

    /** A guard has decided. */
    void decided() {
        closing.forEach(Sleeper.Registration::close);
        closing.clear();
    }

    @Override
    public void attach(Object key, Object value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        IdentityHashMap<Object, Object> all = attachments;
        if (all == null) {
            all = new IdentityHashMap<>(2);
            attachments = all;
        }
        all.put(key, value);
    }

    @Override
    public <T> Optional<T> attachment(Object key, Class<T> type) {
        Object value = attachments == null ? null : attachments.get(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    private Optional<String> text(String field) {
        return message.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Shows operation and tenant; numbers and text are private. */
    @Override
    public String toString() {
        return "SendRequest[" + call.name() + (call.tenant() == null ? "" : ", tenant " + call.tenant()) + "]";
    }
}
