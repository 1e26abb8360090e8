package org.telnyx4j.internal.messaging.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.MessagingProfileListResponse;
import org.telnyx4j.generated.model.MessagingProfileResponse;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.messaging.profiles.MessagingProfileResult;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The calls that single operations and the upsert share. */
final class ProfileCalls {
    private static final String FIND_BY_NAME = "messaging_profiles.find_by_name";

    private ProfileCalls() {}

    /** Builds the result of a response. */
    static MessagingProfileResult result(TelnyxClient client, ApiResponse<MessagingProfileResponse> response) {
        return new MessagingProfileResult(client.data(response, response.data().getData()), response);
    }

    /**
     * Lists profiles.
     *
     * @param step returns the client for the next page, since the time for it can differ
     */
    static PagedList<MessagingProfileResult> list(
            TelnyxClient client, String operation, ListMessagingProfilesQuery query, Supplier<TelnyxClient> step) {
        return LazyPages.of(client, operation, query, (number, size) -> {
            TelnyxClient own = step.get();
            ApiResponse<MessagingProfileListResponse> response = new MessagingProfilesApi(own)
                    .listMessagingProfilesWithHttpInfo(
                            query.toBuilder().pageNumber(number).pageSize(size).build(), RequestOptions.none());
            List<MessagingProfile> data = own.data(response, response.data().getData());
            return PageReader.read(
                    Page.builder(PageReader.items(data, response, MessagingProfileResult::new), number, size),
                    response,
                    response.data().getMeta());
        });
    }

    /** Finds the profile of a name, all pages within the deadline of one call. */
    static Optional<MessagingProfileResult> findByName(TelnyxClient client, String name) {
        return client.operation(
                FIND_BY_NAME,
                RequestOptions.none(),
                found -> find(found.client(), name, () -> found.client().named(FIND_BY_NAME)));
    }

    /**
     * Finds the profile of a name, as a step of something longer.
     *
     * @param client the client of what it is a step of
     * @param time returns how long the next page may take, since that can differ
     */
    static Optional<MessagingProfileResult> findByName(TelnyxClient client, String name, Supplier<Duration> time) {
        return client.operation(
                FIND_BY_NAME,
                RequestOptions.none(),
                found -> find(
                        found.client(), name, () -> found.client(time.get()).named(FIND_BY_NAME)));
    }

    private static Optional<MessagingProfileResult> find(
            TelnyxClient client, String name, Supplier<TelnyxClient> step) {
        String problem = TextRules.oneLine(name);
        if (problem != null) {
            String shown = name.isBlank() ? "<blank>" : Mask.content(name);
            throw client.errors().localCheck(FIND_BY_NAME, ProfileFields.NAME, problem + ", was " + shown);
        }
        ListMessagingProfilesQuery query =
                ListMessagingProfilesQuery.builder().nameEq(name).build();
        MessagingProfileResult found = null;
        for (MessagingProfileResult profile : list(client, FIND_BY_NAME, query, step)) {
            // The filter may match more loosely than by equality, and a list that changes may show a profile twice.
            boolean another =
                    profile.name().equals(name) && (found == null || !found.id().equals(profile.id()));
            if (another && found != null) {
                throw ambiguous(client, FIND_BY_NAME, found, profile);
            }
            found = another ? profile : found;
        }
        return Optional.ofNullable(found);
    }

    /** Builds the error for two profiles of one name. */
    static TelnyxException ambiguous(
            TelnyxClient client, String operation, MessagingProfileResult one, MessagingProfileResult other) {
        return client.errors()
                .refused(
                        operation,
                        ProfileFields.NAME,
                        "two messaging profiles or more have this name, among them " + Mask.identifier(one.id())
                                + " and " + Mask.identifier(other.id()),
                        "rename or remove all but one of them, or use the id");
    }
}
