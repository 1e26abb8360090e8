package org.telnyx4j.sandbox.internal.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.telnyx4j.sandbox.internal.http.ApiError;
import org.telnyx4j.sandbox.internal.http.ApiException;
import org.telnyx4j.sandbox.internal.http.ApiRequest;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.BodyRules;
import org.telnyx4j.sandbox.internal.http.FieldType;
import org.telnyx4j.sandbox.internal.http.Filters;
import org.telnyx4j.sandbox.internal.http.Pages;
import org.telnyx4j.sandbox.internal.http.Route;
import org.telnyx4j.sandbox.internal.http.Routes;

/** The operations on messaging profiles, except the list of a profile's numbers, which is with the numbers. */
public final class ProfileRoutes implements Routes {
    private static final BodyRules SETTINGS = BodyRules.NONE
            .nullable(FieldType.STRING, "ai_assistant_id", "alpha_sender")
            .nullable(FieldType.URL, "webhook_url", "webhook_failover_url")
            .nullable(FieldType.OBJECT, "number_pool_settings", "url_shortener_settings")
            .optional(FieldType.STRING, "daily_spend_limit")
            .optional(FieldType.oneOf("1", "2", "2010-04-01"), "webhook_api_version")
            .optional(
                    FieldType.BOOLEAN,
                    "daily_spend_limit_enabled",
                    "enabled",
                    "mms_fall_back_to_sms",
                    "mms_transcoding",
                    "mobile_only",
                    "smart_encoding");

    private static final BodyRules CREATE = SETTINGS.required(FieldType.STRING, "name")
            .required(FieldType.STRINGS, "whitelisted_destinations")
            .nullable(FieldType.STRING, "resource_group_id")
            .nullable(FieldType.URL, "health_webhook_url");

    private static final BodyRules UPDATE = SETTINGS.optional(FieldType.STRING, "name", "v1_secret")
            .optional(FieldType.STRINGS, "whitelisted_destinations");

    private static final Filters<StoredProfile> FILTERS = new Filters<StoredProfile>()
            .on("filter[name]", ProfileRoutes::nameContains)
            .on("filter[name][contains]", ProfileRoutes::nameContains)
            .on("filter[name][eq]", (profile, name) -> profile.name().equals(name));

    private final ProfileStore store;
    private final Consumer<String> onDeletion;

    /** Takes where the profiles are, and who is to know the id of one that is deleted. */
    public ProfileRoutes(ProfileStore store, Consumer<String> onDeletion) {
        this.store = store;
        this.onDeletion = onDeletion;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.list("/messaging_profiles", (nothing, request) -> list(request)),
                Route.post("/messaging_profiles", body -> data(store.create(CREATE.read(body)))),
                Route.get("/messaging_profiles/{}", id -> data(found(store.get(id)))),
                Route.change("PATCH", "/messaging_profiles/{}", this::update),
                Route.delete("/messaging_profiles/{}", this::delete),
                Route.list("/messaging_profiles/{}/short_codes", this::shortCodes));
    }

    private ApiResponse list(ApiRequest request) {
        List<StoredProfile> profiles = store.snapshot();
        profiles.removeIf(FILTERS.of(request).negate());
        return Pages.answer(request, profiles, StoredProfile::fields);
    }

    private ApiResponse update(String id, ObjectNode body) {
        found(store.get(id));
        return data(found(store.change(id, UPDATE.read(body))));
    }

    private ApiResponse delete(String id) {
        StoredProfile profile = found(store.delete(id));
        onDeletion.accept(id);
        return data(profile);
    }

    private ApiResponse shortCodes(String id, ApiRequest request) {
        return Pages.answer(request, found(store.get(id)).shortCodes(), shortCode -> shortCode);
    }

    private static boolean nameContains(StoredProfile profile, String text) {
        return profile.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static StoredProfile found(Optional<StoredProfile> profile) {
        return profile.orElseThrow(() -> new ApiException(ApiError.notFound()));
    }

    private static ApiResponse data(StoredProfile profile) {
        return ApiResponse.data(profile.fields());
    }
}
