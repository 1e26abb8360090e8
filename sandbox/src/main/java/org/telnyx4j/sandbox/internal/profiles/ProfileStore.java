package org.telnyx4j.sandbox.internal.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.ShortCode;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.generated.model.WebhookApiVersion;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.SandboxMessagingProfile;
import org.telnyx4j.sandbox.SandboxMessagingProfiles;
import org.telnyx4j.sandbox.internal.api.Models;

/** The messaging profiles of a sandbox. Every change happens under one lock. */
public final class ProfileStore implements SandboxMessagingProfiles {
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
    private static final List<String> URLS = List.of("webhook_url", "webhook_failover_url", "health_webhook_url");

    private final Supplier<Instant> now;
    private final String organizationId;
    private final Map<String, StoredProfile> profiles = new LinkedHashMap<>();

    public ProfileStore(Supplier<Instant> now, String organizationId) {
        this.now = now;
        this.organizationId = organizationId;
    }

    /** Adds the profile that the account of a new sandbox has. */
    public void addInitial(String id, String name) {
        create(
                id,
                CreateMessagingProfileRequest.builder()
                        .name(name)
                        .whitelistedDestinations(List.of("*"))
                        .build());
    }

    StoredProfile create(CreateMessagingProfileRequest request) {
        return create(UUID.randomUUID().toString(), request);
    }

    private synchronized StoredProfile create(String id, CreateMessagingProfileRequest request) {
        MessagingProfile defaults = MessagingProfile.builder()
                .recordType(MessagingProfile.RecordType.MESSAGING_PROFILE)
                .id(id)
                .organizationId(organizationId)
                .enabled(true)
                .webhookApiVersion(WebhookApiVersion._2)
                .clearWebhookUrl()
                .clearWebhookFailoverUrl()
                .clearHealthWebhookUrl()
                .redactionEnabled(false)
                .redactionLevel(2)
                .v1Secret(UUID.randomUUID().toString().replace("-", ""))
                .dailySpendLimitEnabled(false)
                .mmsFallBackToSms(false)
                .mmsTranscoding(false)
                .mobileOnly(false)
                .smartEncoding(false)
                .clearAiAssistantId()
                .clearAlphaSender()
                .clearNumberPoolSettings()
                .clearResourceGroupId()
                .clearUrlShortenerSettings()
                .createdAt(Models.time(now.get()))
                .updatedAt(Models.time(now.get()))
                .build();
        return keep(new StoredProfile(changed(defaults, request), List.of()));
    }

    /** An empty URL in a request stands for none, which responses have as null. */
    private static MessagingProfile changed(MessagingProfile profile, JsonModel request) {
        MessagingProfile changed = Models.changed(MessagingProfile.TYPE, profile, request);
        Map<String, @Nullable Object> none = new LinkedHashMap<>();
        for (String url : URLS) {
            if ("".equals(changed.get(url))) {
                none.put(url, null);
            }
        }
        return none.isEmpty() ? changed : Models.with(MessagingProfile.TYPE, changed, none);
    }

    /** Returns the profile with this id, if there is one. */
    public synchronized Optional<StoredProfile> get(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    synchronized List<StoredProfile> snapshot() {
        return new ArrayList<>(profiles.values());
    }

    /** Returns the name of a profile, if there is such a profile. */
    public Optional<String> nameOf(String id) {
        return get(id).map(StoredProfile::name);
    }

    synchronized Optional<StoredProfile> change(String id, UpdateMessagingProfileRequest request) {
        return get(id).map(profile -> {
            MessagingProfile changed = changed(profile.settings(), request).toBuilder()
                    .updatedAt(Models.time(now.get()))
                    .build();
            return keep(new StoredProfile(changed, profile.shortCodes()));
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
        return create(CreateMessagingProfileRequest.builder()
                .name(checked(name))
                .whitelistedDestinations(List.of("US"))
                .build());
    }

    @Override
    public synchronized SandboxMessagingProfile add(MessagingProfile settings) {
        checked(settings.getName());
        MessagingProfile.Builder profile = settings.toBuilder();
        if (settings.getId() == null) {
            profile.id(UUID.randomUUID().toString());
        }
        if (settings.getRecordType() == null) {
            profile.recordType(MessagingProfile.RecordType.MESSAGING_PROFILE);
        }
        return keep(new StoredProfile(profile.build(), List.of()));
    }

    private static String checked(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return name;
    }

    @Override
    public synchronized void addShortCode(String profileId, String shortCode) {
        StoredProfile profile = get(profileId)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no messaging profile with the id " + profileId));
        if (!SHORT_CODE.matcher(shortCode).matches()) {
            throw new IllegalArgumentException("shortCode must have 5 or 6 digits");
        }
        List<ShortCode> shortCodes = new ArrayList<>(profile.shortCodes());
        shortCodes.add(ShortCode.builder()
                .recordType(ShortCode.RecordType.SHORT_CODE)
                .id(UUID.randomUUID().toString())
                .shortCode(shortCode)
                .countryCode("US")
                .messagingProfileId(profileId)
                .tags(List.of())
                .createdAt(Models.time(now.get()))
                .updatedAt(Models.time(now.get()))
                .build());
        keep(new StoredProfile(profile.settings(), shortCodes));
    }

    private StoredProfile keep(StoredProfile profile) {
        profiles.put(profile.id(), profile);
        return profile;
    }
}
