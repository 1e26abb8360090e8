package org.telnyx4j.sandbox.internal.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.SandboxConnection;
import org.telnyx4j.sandbox.SandboxNumber;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Reads and writes the state of an account: what a seed file has, and what an export is. */
public final class Seed {
    private static final List<String> SECTIONS = List.of("profiles", "connections", "numbers", "available", "opt_outs");

    private final TelnyxSandbox sandbox;

    /** Works on a sandbox. */
    public Seed(TelnyxSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Returns the state as maps, lists and strings. */
    public Map<String, @Nullable Object> export() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put(
                "profiles",
                sandbox.messagingProfiles().all().stream()
                        .map(profile -> profile.settings().toMap())
                        .toList());
        state.put(
                "connections",
                sandbox.connections().all().stream().map(Seed::connection).toList());
        state.put(
                "numbers", sandbox.numbers().owned().stream().map(Seed::number).toList());
        state.put("available", sandbox.numbers().available());
        state.put(
                "opt_outs",
                sandbox.optOuts().all().stream()
                        .map(optOut -> SandboxState.fields(
                                "messaging_profile_id", optOut.getMessagingProfileId(),
                                "from", optOut.getFrom(),
                                "to", optOut.getTo()))
                        .toList());
        return state;
    }

    private static Map<String, @Nullable Object> connection(SandboxConnection connection) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", connection.id());
        fields.put("name", connection.name());
        connection.webhookUrl().ifPresent(url -> fields.put("webhook_url", url));
        connection.webhookFailoverUrl().ifPresent(url -> fields.put("webhook_failover_url", url));
        return fields;
    }

    private static Map<String, @Nullable Object> number(SandboxNumber number) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("phone_number", number.phoneNumber());
        number.messagingProfileId().ifPresent(id -> fields.put("messaging_profile_id", id));
        number.connectionId().ifPresent(id -> fields.put("connection_id", id));
        return fields;
    }

    /**
     * Adds what a seed has.
     *
     * @throws IllegalArgumentException naming what cannot be used
     */
    public void load(Map<String, ? extends @Nullable Object> seed) {
        for (String section : seed.keySet()) {
            if (!SECTIONS.contains(section)) {
                throw new IllegalArgumentException(
                        "A seed has no section " + section + ", only " + String.join(", ", SECTIONS) + ".");
            }
        }
        list(seed, "profiles").forEach(this::loadProfile);
        list(seed, "connections").forEach(this::loadConnection);
        list(seed, "numbers").forEach(this::loadNumber);
        for (Object each : list(seed, "available")) {
            sandbox.numbers().addAvailable(text(each, "available"));
        }
        list(seed, "opt_outs").forEach(this::loadOptOut);
    }

    private void loadProfile(@Nullable Object given) {
        Map<String, @Nullable Object> fields = object(given, "profiles");
        MessagingProfile profile = MessagingProfile.fromMap(fields);
        if (profile.getId() == null
                || sandbox.messagingProfiles().find(profile.getId()).isEmpty()) {
            sandbox.messagingProfiles().add(profile);
        }
    }

    private void loadConnection(@Nullable Object given) {
        ControlBody fields = new ControlBody(object(given, "connections"));
        SandboxConnection connection = SandboxConnection.of(fields.text("id"));
        Optional<String> name = fields.optionalText("name");
        Optional<String> url = fields.optionalText("webhook_url");
        Optional<String> failoverUrl = fields.optionalText("webhook_failover_url");
        fields.refuseOthers();
        if (name.isPresent()) {
            connection = connection.named(name.get());
        }
        if (url.isPresent()) {
            connection = connection.withWebhookUrl(url.get());
        }
        sandbox.connections()
                .add(failoverUrl.isPresent() ? connection.withWebhookFailoverUrl(failoverUrl.get()) : connection);
    }

    private void loadNumber(@Nullable Object given) {
        if (given instanceof String phoneNumber) {
            sandbox.numbers().own(phoneNumber);
            return;
        }
        ControlBody fields = new ControlBody(object(given, "numbers"));
        String phoneNumber = fields.text("phone_number");
        Optional<String> profile = fields.optionalText("messaging_profile_id");
        Optional<String> connection = fields.optionalText("connection_id");
        fields.refuseOthers();
        if (profile.isPresent()) {
            sandbox.numbers().own(phoneNumber, profile.get());
        } else {
            sandbox.numbers().own(phoneNumber);
        }
        connection.ifPresent(id -> sandbox.numbers().connect(phoneNumber, id));
    }

    private void loadOptOut(@Nullable Object given) {
        ControlBody fields = new ControlBody(object(given, "opt_outs"));
        String profile = fields.text("messaging_profile_id");
        String from = fields.text("from");
        String to = fields.text("to");
        fields.refuseOthers();
        sandbox.optOuts().optOut(profile, from, to);
    }

    private static List<@Nullable Object> list(Map<String, ? extends @Nullable Object> seed, String section) {
        Object value = seed.get(section);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> items) {
            return new ArrayList<>(items);
        }
        throw new IllegalArgumentException("The section " + section + " must be a list.");
    }

    private static String text(@Nullable Object value, String section) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The section " + section + " must be a list of strings.");
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value, String section) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("The section " + section + " must be a list of objects.");
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((name, field) -> named.put(String.valueOf(name), field));
        return named;
    }
}
