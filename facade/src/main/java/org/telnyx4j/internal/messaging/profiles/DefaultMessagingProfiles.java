package org.telnyx4j.internal.messaging.profiles;

import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.MessagingProfileResponse;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.paging.PagedList;

/** The operations on messaging profiles, of a client or one of its tenants. */
public final class DefaultMessagingProfiles implements MessagingProfiles {
    private static final String CREATE_OR_UPDATE = "messaging_profiles.create_or_update";

    private final TelnyxClient client;
    private final MessagingProfilesApi api;

    /**
     * Creates the operations.
     *
     * @param client sends
     */
    public DefaultMessagingProfiles(TelnyxClient client) {
        this.client = client;
        this.api = new MessagingProfilesApi(client);
    }

    @Override
    public MessagingProfileResult create(CreateMessagingProfileRequest profile, RequestOptions options) {
        Objects.requireNonNull(profile, "profile");
        ProfileFields.checkOfCreation(client, MessagingProfilesApi.CREATE_MESSAGING_PROFILE.name(), profile);
        return client.operation(
                MessagingProfilesApi.CREATE_MESSAGING_PROFILE.name(),
                options,
                operation -> recent(options).note(new PlainCreation(operation, client.errors(), profile).run()));
    }

    @Override
    public MessagingProfileResult retrieve(String id, RequestOptions options) {
        return ProfileCalls.result(client, api.retrieveMessagingProfileWithHttpInfo(id, options));
    }

    @Override
    public PagedList<MessagingProfileResult> list(ListMessagingProfilesQuery query, RequestOptions options) {
        Objects.requireNonNull(query, "query");
        TelnyxClient own = client.with(options);
        return ProfileCalls.list(own, MessagingProfilesApi.LIST_MESSAGING_PROFILES.name(), query, () -> own);
    }

    @Override
    public Optional<MessagingProfileResult> findByName(String name, RequestOptions options) {
        Objects.requireNonNull(name, "name");
        return ProfileCalls.findByName(client.with(options), name);
    }

    @Override
    public MessagingProfileResult update(String id, UpdateMessagingProfileRequest changes, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(changes, "changes");
        ProfileFields.checkOfUpdate(client, MessagingProfilesApi.UPDATE_MESSAGING_PROFILE.name(), changes);
        return recent(options)
                .note(ProfileCalls.result(client, api.updateMessagingProfileWithHttpInfo(id, changes, options)));
    }

    @Override
    public MessagingProfileResult delete(String id, RequestOptions options) {
        ApiResponse<MessagingProfileResponse> response =
                new MessagingProfilesApi(client.needingData(false)).deleteMessagingProfileWithHttpInfo(id, options);
        MessagingProfile data = response.data().getData();
        // The profile is deleted, whatever the response contains about it.
        MessagingProfileResult deleted = new MessagingProfileResult(
                data == null ? MessagingProfile.builder().id(id).build() : data, response);
        recent(options).forget(deleted);
        return deleted;
    }

    @Override
    public MessagingProfileChange createOrUpdate(CreateMessagingProfileRequest profile, RequestOptions options) {
        Objects.requireNonNull(profile, "profile");
        return client.operation(
                CREATE_OR_UPDATE, options, operation -> new ProfileUpsert(client, operation, profile).run());
    }

    private RecentProfiles recent(RequestOptions options) {
        return new RecentProfiles(client.with(options));
    }
}
