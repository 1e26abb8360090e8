package org.telnyx4j.sandbox.internal.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.MessagingProfileListResponse;
import org.telnyx4j.generated.model.MessagingProfileResponse;
import org.telnyx4j.generated.model.ShortCode;
import org.telnyx4j.generated.model.ShortCodeListResponse;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ListDelay;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;

/** The operations on messaging profiles, except the list of a profile's numbers, which is with the numbers. */
public final class ProfileRoutes implements Domain {
    private final ProfileStore store;
    private final Consumer<String> onDeletion;
    private final ListDelay delay;

    /** Takes where the profiles are, and who is to know the id of one that is deleted. */
    public ProfileRoutes(ProfileStore store, Consumer<String> onDeletion, ListDelay delay) {
        this.store = store;
        this.delay = delay;
        this.onDeletion = onDeletion;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(MessagingProfilesApi.LIST_MESSAGING_PROFILES, this::list)
                .on(MessagingProfilesApi.CREATE_MESSAGING_PROFILE, this::create)
                .on(MessagingProfilesApi.RETRIEVE_MESSAGING_PROFILE, call -> response(found(call)))
                .on(MessagingProfilesApi.UPDATE_MESSAGING_PROFILE, this::update)
                .on(MessagingProfilesApi.DELETE_MESSAGING_PROFILE, this::delete)
                .on(MessagingProfilesApi.LIST_MESSAGING_PROFILE_SHORT_CODES, this::shortCodes);
    }

    private ApiReply list(ApiCall call) {
        ListMessagingProfilesQuery query = call.query(ListMessagingProfilesQuery.TYPE);
        List<StoredProfile> profiles = store.snapshot();
        profiles.removeIf(profile -> !matches(profile.name(), query) || !delay.shows(profile.createdAt()));
        Pages.Page<StoredProfile> page = Pages.of(query, profiles);
        return ApiReply.ok(MessagingProfileListResponse.builder()
                .data(page.items().stream().map(StoredProfile::settings).toList())
                .meta(page.meta())
                .build());
    }

    private static boolean matches(String name, ListMessagingProfilesQuery query) {
        return contains(name, query.getName())
                && contains(name, query.getNameContains())
                && (query.getNameEq() == null || name.equals(query.getNameEq()));
    }

    private static boolean contains(String name, @Nullable String text) {
        return text == null || name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private ApiReply create(ApiCall call) {
        return response(store.create(call.body(CreateMessagingProfileRequest.TYPE)));
    }

    private ApiReply update(ApiCall call) {
        return response(found(store.change(id(call), call.body(UpdateMessagingProfileRequest.TYPE))));
    }

    private ApiReply delete(ApiCall call) {
        StoredProfile profile = found(store.delete(id(call)));
        onDeletion.accept(profile.id());
        return response(profile);
    }

    private ApiReply shortCodes(ApiCall call) {
        Pages.Page<ShortCode> page = Pages.of(call.query(), found(call).shortCodes());
        return ApiReply.ok(ShortCodeListResponse.builder()
                .data(page.items())
                .meta(page.meta())
                .build());
    }

    private static String id(ApiCall call) {
        return call.pathParameter("id");
    }

    private StoredProfile found(ApiCall call) {
        return found(store.get(id(call)));
    }

    private static StoredProfile found(Optional<StoredProfile> profile) {
        return profile.orElseThrow(ApiFailure::notFound);
    }

    private static ApiReply response(StoredProfile profile) {
        return ApiReply.ok(
                MessagingProfileResponse.builder().data(profile.settings()).build());
    }
}
