package org.telnyx4j.internal.messaging.profiles;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.MessagingProfileListResponse;
import org.telnyx4j.generated.model.MessagingProfileResponse;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileFilter;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The operations on messaging profiles, on one view of a client. */
public final class DefaultMessagingProfiles implements MessagingProfiles {
    static final Operation CREATE = new Operation(
            "messaging_profiles.create",
            "look for it with findByName, or have createOrUpdate do so, before making another");
    static final Operation CREATE_OR_UPDATE = new Operation("messaging_profiles.create_or_update");
    private static final Operation RETRIEVE = new Operation("messaging_profiles.retrieve");
    private static final Operation LIST = new Operation("messaging_profiles.list");
    private static final Operation UPDATE = new Operation("messaging_profiles.update");
    private static final Operation DELETE = new Operation("messaging_profiles.delete");
    private static final Operation FIND_BY_NAME = new Operation("messaging_profiles.find_by_name");

    private final View view;
    private final ProfileRules rules;
    private final Sleeper sleeper;

    /**
     * Makes the operations.
     *
     * @param view what they are run on
     */
    public DefaultMessagingProfiles(View view) {
        this(view, view.sleeper());
    }

    DefaultMessagingProfiles(View view, Sleeper sleeper) {
        this.view = view;
        this.rules = new ProfileRules(view.errors());
        this.sleeper = sleeper;
    }

    @Override
    public MessagingProfileResult create(MessagingProfileSettings settings) {
        return create(settings, RequestOptions.none());
    }

    @Override
    public MessagingProfileResult create(MessagingProfileSettings settings, RequestOptions options) {
        Objects.requireNonNull(settings, "settings");
        return create(settings, settings(options), options);
    }

    MessagingProfileResult create(MessagingProfileSettings settings, SettingsLayer merged, RequestOptions options) {
        return view.operation(CREATE, facts -> {
            rules.checkCreate(CREATE, settings);
            CreateMessagingProfileRequest request =
                    view.convert(ProfileJson.of(settings.fields()), CreateMessagingProfileRequest.class);
            return call(
                    CREATE,
                    merged,
                    options,
                    rules.privateTexts(settings),
                    api -> api.createMessagingProfileWithHttpInfo(request, Map.of()));
        });
    }

    @Override
    public MessagingProfileResult retrieve(String id) {
        return retrieve(id, RequestOptions.none());
    }

    @Override
    public MessagingProfileResult retrieve(String id, RequestOptions options) {
        return view.operation(RETRIEVE, facts -> {
            view.requireId(RETRIEVE, "id", id);
            return call(
                    RETRIEVE,
                    settings(options),
                    options,
                    List.of(),
                    api -> api.retrieveMessagingProfileWithHttpInfo(id, Map.of()));
        });
    }

    @Override
    public PagedList<MessagingProfileResult> list() {
        return list(MessagingProfileFilter.all(), RequestOptions.none());
    }

    @Override
    public PagedList<MessagingProfileResult> list(MessagingProfileFilter filter, RequestOptions options) {
        Objects.requireNonNull(filter, "filter");
        SettingsLayer merged = settings(options);
        return list(LIST, filter, () -> merged, options);
    }

    @Override
    public Optional<MessagingProfileResult> findByName(String name) {
        return findByName(name, RequestOptions.none());
    }

    @Override
    public Optional<MessagingProfileResult> findByName(String name, RequestOptions options) {
        Objects.requireNonNull(name, "name");
        SettingsLayer merged = settings(options);
        return findByName(name, () -> merged, options);
    }

    /**
     * Finds the profile of a name.
     *
     * @param merged asked for each page, since the time for it can differ
     */
    Optional<MessagingProfileResult> findByName(String name, Supplier<SettingsLayer> merged, RequestOptions options) {
        return view.operation(FIND_BY_NAME, facts -> find(name, merged, options));
    }

    private Optional<MessagingProfileResult> find(String name, Supplier<SettingsLayer> merged, RequestOptions options) {
        MessagingProfileResult found = null;
        for (MessagingProfileResult profile : list(FIND_BY_NAME, MessagingProfileFilter.name(name), merged, options)) {
            // The filter may match more loosely than by equality, and a list that changes may show a profile twice.
            boolean another =
                    profile.name().equals(name) && (found == null || !found.id().equals(profile.id()));
            if (another && found != null) {
                throw view.errors()
                        .refused(
                                FIND_BY_NAME.name(),
                                ProfileRules.NAME,
                                "two messaging profiles or more have this name, among them "
                                        + Mask.identifier(found.id()) + " and " + Mask.identifier(profile.id()),
                                "rename or remove all but one of them, or use the id");
            }
            found = another ? profile : found;
        }
        return Optional.ofNullable(found);
    }

    @Override
    public MessagingProfileResult update(String id, MessagingProfileSettings settings) {
        return update(id, settings, RequestOptions.none());
    }

    @Override
    public MessagingProfileResult update(String id, MessagingProfileSettings settings, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(settings, "settings");
        return view.operation(UPDATE, facts -> {
            rules.checkUpdate(UPDATE, settings);
            UpdateMessagingProfileRequest request =
                    view.convert(ProfileJson.of(settings.fields()), UpdateMessagingProfileRequest.class);
            view.requireId(UPDATE, "id", id);
            return send(id, request, rules.privateTexts(settings), settings(options), options);
        });
    }

    @Override
    public MessagingProfileResult delete(String id) {
        return delete(id, RequestOptions.none());
    }

    @Override
    public MessagingProfileResult delete(String id, RequestOptions options) {
        return view.operation(DELETE, facts -> {
            view.requireId(DELETE, "id", id);
            return call(
                    DELETE,
                    settings(options),
                    options,
                    List.of(),
                    api -> api.deleteMessagingProfileWithHttpInfo(id, Map.of()));
        });
    }

    @Override
    public MessagingProfileChange createOrUpdate(MessagingProfileSettings settings) {
        return createOrUpdate(settings, RequestOptions.none());
    }

    @Override
    public MessagingProfileChange createOrUpdate(MessagingProfileSettings settings, RequestOptions options) {
        Objects.requireNonNull(settings, "settings");
        return view.operation(
                CREATE_OR_UPDATE, facts -> new ProfileUpsert(this, view, sleeper, settings, options).run());
    }

    /** Sends an update that is known to follow the rules. */
    MessagingProfileResult send(
            String id,
            UpdateMessagingProfileRequest request,
            List<String> privateTexts,
            SettingsLayer merged,
            RequestOptions options) {
        return view.operation(UPDATE, facts -> {
            return call(
                    UPDATE,
                    merged,
                    options,
                    privateTexts,
                    api -> api.updateMessagingProfileWithHttpInfo(id, request, Map.of()));
        });
    }

    private PagedList<MessagingProfileResult> list(
            Operation operation,
            MessagingProfileFilter filter,
            Supplier<SettingsLayer> merged,
            RequestOptions options) {
        view.check(operation, () -> {
            filter.name().ifPresent(name -> rules.checkText(operation, ProfileRules.NAME, name));
            filter.nameContains().ifPresent(part -> rules.checkText(operation, "filter[name][contains]", part));
        });
        List<String> privateTexts =
                filter.name().or(filter::nameContains).map(List::of).orElse(List.of());
        return new LazyPages<>(
                operation,
                view.errors(),
                (number, size) -> view.operation(operation, facts -> {
                    ApiResponse<MessagingProfileListResponse> response = view.call(
                            operation,
                            merged.get(),
                            options,
                            privateTexts,
                            client -> new MessagingProfilesApi(client)
                                    .listMessagingProfilesWithHttpInfo(query(filter, number, size), Map.of()));
                    return page(response, number, size);
                }));
    }

    private Page<MessagingProfileResult> page(
            ApiResponse<MessagingProfileListResponse> response, int number, int size) {
        List<MessagingProfile> data = view.data(response, response.data().getData());
        List<MessagingProfileResult> items = PageReader.items(data, payload -> result(response, payload));
        return PageReader.read(
                Page.builder(items, number, size), response, response.data().getMeta());
    }

    private static MessagingProfilesApi.ListMessagingProfilesQuery query(
            MessagingProfileFilter filter, int number, int size) {
        MessagingProfilesApi.ListMessagingProfilesQuery query = new MessagingProfilesApi.ListMessagingProfilesQuery();
        filter.name().ifPresent(query::filterNameEq);
        filter.nameContains().ifPresent(query::filterNameContains);
        return query.pageNumber(number).pageSize(size);
    }

    private SettingsLayer settings(RequestOptions options) {
        return view.merge(SettingsLayer.EMPTY, options);
    }

    private MessagingProfileResult call(
            Operation operation,
            SettingsLayer merged,
            RequestOptions options,
            List<String> privateTexts,
            Function<MessagingProfilesApi, ApiResponse<MessagingProfileResponse>> request) {
        ApiResponse<MessagingProfileResponse> response = view.call(
                operation, merged, options, privateTexts, client -> request.apply(new MessagingProfilesApi(client)));
        MessagingProfile payload = view.data(response, response.data().getData());
        return result(response, payload);
    }

    private static MessagingProfileResult result(ApiResponse<?> response, MessagingProfile payload) {
        RateLimitState rateLimit = RateLimits.of(response::header);
        return new MessagingProfileResult(payload, response.header("x-request-id"), rateLimit);
    }
}
