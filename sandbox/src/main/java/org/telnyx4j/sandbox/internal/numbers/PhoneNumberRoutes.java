package org.telnyx4j.sandbox.internal.numbers;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.model.DeletedPhoneNumberResponse;
import org.telnyx4j.generated.model.ListPhoneNumbersMessagingSettingsQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersVoiceSettingsQuery;
import org.telnyx4j.generated.model.PhoneNumberListResponse;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettingsListResponse;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettingsResponse;
import org.telnyx4j.generated.model.PhoneNumberResponse;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettingsListResponse;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettingsResponse;
import org.telnyx4j.generated.model.UpdatePhoneNumberMessagingSettingsRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ListDelay;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;
import org.telnyx4j.sandbox.internal.numbers.NumberModels.Names;

/** The operations on the numbers of the account, and on their messaging and voice settings. */
public final class PhoneNumberRoutes implements Domain {
    private final NumberStore store;
    private final References references;
    private final Names names;
    private final String organizationId;
    private final ListDelay delay;

    /** Takes where the numbers are, and what they may refer to. */
    public PhoneNumberRoutes(NumberStore store, References references, String organizationId, ListDelay delay) {
        this.store = store;
        this.references = references;
        this.organizationId = organizationId;
        this.delay = delay;
        this.names = new Names(references::profileName, references::connectionName);
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(PhoneNumbersApi.LIST_PHONE_NUMBERS, this::list)
                .on(PhoneNumbersApi.LIST_PHONE_NUMBERS_MESSAGING_SETTINGS, this::listMessaging)
                .on(PhoneNumbersApi.LIST_PHONE_NUMBERS_VOICE_SETTINGS, this::listVoice)
                .on(PhoneNumbersApi.RETRIEVE_PHONE_NUMBER, call -> details(existing(call)))
                .on(PhoneNumbersApi.UPDATE_PHONE_NUMBER, this::changeDetails)
                .on(PhoneNumbersApi.DELETE_PHONE_NUMBER, this::delete)
                .on(PhoneNumbersApi.RETRIEVE_PHONE_NUMBER_MESSAGING_SETTINGS, call -> messaging(existing(call)))
                .on(PhoneNumbersApi.UPDATE_PHONE_NUMBER_MESSAGING_SETTINGS, this::changeMessaging)
                .on(PhoneNumbersApi.RETRIEVE_PHONE_NUMBER_VOICE_SETTINGS, call -> voice(existing(call)))
                .on(PhoneNumbersApi.UPDATE_PHONE_NUMBER_VOICE_SETTINGS, this::changeVoice)
                .on(MessagingProfilesApi.LIST_MESSAGING_PROFILE_PHONE_NUMBERS, this::listOfProfile);
    }

    private ApiReply list(ApiCall call) {
        ListPhoneNumbersQuery query = call.query(ListPhoneNumbersQuery.TYPE);
        Pages.Page<OwnedNumber> page =
                Pages.of(query, sorted(NumberFilters.of(query, names), NumberFilters.order(query.getSort(), names)));
        return ApiReply.ok(PhoneNumberListResponse.builder()
                .data(page.items().stream()
                        .map(number -> NumberModels.details(number, names))
                        .toList())
                .meta(page.meta())
                .build());
    }

    private ApiReply listMessaging(ApiCall call) {
        ListPhoneNumbersMessagingSettingsQuery query = call.query(ListPhoneNumbersMessagingSettingsQuery.TYPE);
        Comparator<OwnedNumber> order = null;
        if (query.getSortPhoneNumber() != null) {
            Comparator<OwnedNumber> ascending = Comparator.comparing(OwnedNumber::phoneNumber);
            boolean descending =
                    query.getSortPhoneNumber().equals(ListPhoneNumbersMessagingSettingsQuery.SortPhoneNumber.DESC);
            order = descending ? ascending.reversed() : ascending;
        }
        return messagingPage(query, sorted(NumberFilters.of(query), order));
    }

    private ApiReply listOfProfile(ApiCall call) {
        String profileId = call.pathParameter("id");
        if (!references.hasProfile(profileId)) {
            throw ApiFailure.notFound();
        }
        Predicate<OwnedNumber> ofProfile =
                number -> number.messagingProfileId().filter(profileId::equals).isPresent();
        return messagingPage(call.query(), sorted(ofProfile, null));
    }

    private ApiReply messagingPage(JsonModel query, List<OwnedNumber> numbers) {
        Pages.Page<OwnedNumber> page = Pages.of(query, numbers);
        return ApiReply.ok(PhoneNumberMessagingSettingsListResponse.builder()
                .data(page.items().stream()
                        .map(number -> NumberModels.messaging(number, organizationId))
                        .toList())
                .meta(page.meta())
                .build());
    }

    private ApiReply listVoice(ApiCall call) {
        ListPhoneNumbersVoiceSettingsQuery query = call.query(ListPhoneNumbersVoiceSettingsQuery.TYPE);
        Pages.Page<OwnedNumber> page =
                Pages.of(query, sorted(NumberFilters.of(query, names), NumberFilters.order(query.getSort(), names)));
        return ApiReply.ok(PhoneNumberVoiceSettingsListResponse.builder()
                .data(page.items().stream().map(NumberModels::voice).toList())
                .meta(page.meta())
                .build());
    }

    private List<OwnedNumber> sorted(Predicate<OwnedNumber> filter, @Nullable Comparator<OwnedNumber> order) {
        List<OwnedNumber> numbers = store.snapshot();
        numbers.removeIf(number -> !filter.test(number) || !delay.shows(number.purchasedAt()));
        Collections.reverse(numbers);
        if (order != null) {
            numbers.sort(order);
        }
        return numbers;
    }

    private ApiReply changeDetails(ApiCall call) {
        existing(call);
        UpdatePhoneNumberRequest request = call.body(UpdatePhoneNumberRequest.TYPE);
        references.require(null, request.getConnectionId());
        Map<String, @Nullable Object> changes = new LinkedHashMap<>(NumberModels.known(request));
        // The API takes it, and shows it nowhere.
        changes.remove("address_id");
        return details(found(store.changeDetails(id(call), changes)));
    }

    private ApiReply changeMessaging(ApiCall call) {
        existing(call);
        UpdatePhoneNumberMessagingSettingsRequest request = call.body(UpdatePhoneNumberMessagingSettingsRequest.TYPE);
        references.require(request.getMessagingProfileId(), null);
        return messaging(found(store.changeDetails(id(call), NumberModels.known(request))));
    }

    private ApiReply changeVoice(ApiCall call) {
        existing(call);
        return voice(found(store.changeVoice(id(call), NumberModels.known(call.body()))));
    }

    private ApiReply delete(ApiCall call) {
        OwnedNumber number = found(store.delete(id(call)));
        return ApiReply.ok(DeletedPhoneNumberResponse.builder()
                .data(NumberModels.deleted(number, names))
                .build());
    }

    private ApiReply details(OwnedNumber number) {
        return ApiReply.ok(PhoneNumberResponse.builder()
                .data(NumberModels.details(number, names))
                .build());
    }

    private ApiReply messaging(OwnedNumber number) {
        return ApiReply.ok(PhoneNumberMessagingSettingsResponse.builder()
                .data(NumberModels.messaging(number, organizationId))
                .build());
    }

    private static ApiReply voice(OwnedNumber number) {
        return ApiReply.ok(PhoneNumberVoiceSettingsResponse.builder()
                .data(NumberModels.voice(number))
                .build());
    }

    private static String id(ApiCall call) {
        return call.pathParameter("id");
    }

    private OwnedNumber existing(ApiCall call) {
        return found(store.get(id(call)));
    }

    private static OwnedNumber found(Optional<OwnedNumber> number) {
        return number.orElseThrow(ApiFailure::notFound);
    }
}
