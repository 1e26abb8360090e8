package org.telnyx4j.sandbox.internal.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.telnyx4j.sandbox.SandboxMessagingProfile;
import org.telnyx4j.sandbox.SandboxMessagingProfiles;
import org.telnyx4j.sandbox.internal.http.Address;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Timestamps;

/** The messaging profiles of a sandbox. Every change happens under one lock. */
public final class ProfileStore implements SandboxMessagingProfiles {
    private static final List<String> NULL_BY_DEFAULT = List.of(
            "ai_assistant_id",
            "alpha_sender",
            "health_webhook_url",
            "number_pool_settings",
            "resource_group_id",
            "url_shortener_settings");
    private static final List<String> OFF_BY_DEFAULT = List.of(
            "daily_spend_limit_enabled",
            "mms_fall_back_to_sms",
            "mms_transcoding",
            "mobile_only",
            "redaction_enabled",
            "smart_encoding");

    private final Clock clock;
    private final String organizationId;
    private final Map<String, StoredProfile> profiles = new LinkedHashMap<>();

    public ProfileStore(Clock clock, String organizationId) {
        this.clock = clock;
        this.organizationId = organizationId;
    }

    synchronized StoredProfile create(ObjectNode given) {
        String id = UUID.randomUUID().toString();
        ObjectNode fields = Json.object();
        fields.put("record_type", "messaging_profile");
        fields.put("id", id);
        fields.put("organization_id", organizationId);
        fields.put("enabled", true);
        fields.put("webhook_api_version", "2");
        fields.put("webhook_url", "");
        fields.put("webhook_failover_url", "");
        fields.put("redaction_level", 2);
        fields.put("v1_secret", UUID.randomUUID().toString().replace("-", ""));
        OFF_BY_DEFAULT.forEach(name -> fields.put(name, false));
        NULL_BY_DEFAULT.forEach(fields::putNull);
        fields.put("created_at", now());
        fields.put("updated_at", now());
        fields.setAll(given);
        return keep(new StoredProfile(id, fields, List.of()));
    }

    synchronized Optional<StoredProfile> get(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    synchronized List<StoredProfile> snapshot() {
        return new ArrayList<>(profiles.values());
    }

    /** Returns the name of a profile, if there is such a profile. */
    public Optional<String> nameOf(String id) {
        return get(id).map(StoredProfile::name);
    }

    synchronized Optional<StoredProfile> change(String id, ObjectNode changes) {
        return get(id).map(profile -> {
            ObjectNode fields = profile.fields().deepCopy();
            fields.setAll(changes);
            fields.put("updated_at", now());
            return keep(new StoredProfile(id, fields, profile.shortCodes()));
        });
    }

    synchronized Optional<StoredProfile> delete(String id) {
        return Optional.ofNullable(profiles.remove(id));
    }

    public synchronized void clear() {
        profiles.clear();
    }

    @Override
    public synchronized List<SandboxMessagingProfile> all() {
        return List.copyOf(profiles.values());
    }

    @Override
    public Optional<SandboxMessagingProfile> find(String id) {
        return get(id).map(profile -> profile);
    }

    @Override
    public SandboxMessagingProfile add(String name) {
        ObjectNode given = Json.object().put("name", checked(name));
        given.putArray("whitelisted_destinations").add("US");
        return create(given);
    }

    @Override
    public synchronized SandboxMessagingProfile add(String name, JsonNode settings) {
        if (!(settings instanceof ObjectNode given)) {
            throw new IllegalArgumentException("settings must be a JSON object");
        }
        ObjectNode fields = Json.object();
        fields.put("record_type", "messaging_profile");
        fields.put("id", UUID.randomUUID().toString());
        fields.setAll(given.deepCopy());
        fields.put("name", checked(name));
        return keep(new StoredProfile(fields.get("id").asText(), fields, List.of()));
    }

    private static String checked(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return name;
    }

    @Override
    public synchronized void addShortCode(String profileId, String shortCode) {
        StoredProfile profile = get(profileId)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no messaging profile with the id " + profileId));
        if (!Address.isShortCode(shortCode)) {
            throw new IllegalArgumentException("shortCode must have 5 or 6 digits");
        }
        ObjectNode entry = Json.object();
        entry.put("record_type", "short_code");
        entry.put("id", UUID.randomUUID().toString());
        entry.put("short_code", shortCode);
        entry.put("country_code", "US");
        entry.put("messaging_profile_id", profileId);
        entry.putArray("tags");
        entry.put("created_at", now());
        entry.put("updated_at", now());
        List<ObjectNode> shortCodes = new ArrayList<>(profile.shortCodes());
        shortCodes.add(entry);
        keep(new StoredProfile(profileId, profile.fields(), List.copyOf(shortCodes)));
    }

    private StoredProfile keep(StoredProfile profile) {
        profiles.put(profile.id(), profile);
        return profile;
    }

    private String now() {
        return Timestamps.format(clock.instant());
    }
}
