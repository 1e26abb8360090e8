package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.DeletedPhoneNumber;
import org.telnyx4j.generated.model.DeletedPhoneNumberResponse;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.PhoneNumberDetails;
import org.telnyx4j.generated.model.PhoneNumberListResponse;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettingsResponse;
import org.telnyx4j.generated.model.PhoneNumberResponse;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettingsResponse;
import org.telnyx4j.generated.model.UpdatePhoneNumberMessagingSettingsRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberVoiceSettingsRequest;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.validation.NumberFaults;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.NumberMessagingSettings;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberVoiceSettings;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.numbers.ReleasedNumber;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The operations on phone numbers. */
public final class DefaultPhoneNumbers implements PhoneNumbers {
    private static final String FIND = OperationNames.FIND_BY_NUMBER;

    private final TelnyxClient client;
    private final PhoneNumbersApi api;

    /**
     * Creates the operations.
     *
     * @param client sends the requests
     */
    public DefaultPhoneNumbers(TelnyxClient client) {
        this.client = client;
        this.api = new PhoneNumbersApi(client);
    }

    @Override
    public List<AvailableNumber> searchAvailable(ListAvailablePhoneNumbersQuery query, RequestOptions options) {
        return NumberSearch.search(client, query, options);
    }

    @Override
    public List<AvailableNumber> searchByAreaCode(String areaCode, RequestOptions options) {
        ListAvailablePhoneNumbersQuery query = ListAvailablePhoneNumbersQuery.builder()
                .nationalDestinationCode(Objects.requireNonNull(areaCode, "areaCode"))
                .build();
        return NumberSearch.search(client.named(OperationNames.SEARCH_BY_AREA_CODE), query, options);
    }

    @Override
    public NumberOrderResult buy(String phoneNumber, PurchaseOptions purchase, RequestOptions options) {
        return PlainOrder.place(client, OperationNames.BUY, order(phoneNumber, purchase), options);
    }

    private static CreateNumberOrderRequest order(String phoneNumber, PurchaseOptions purchase) {
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        return OrderCalls.request(Objects.requireNonNull(purchase, "purchase"))
                .addPhoneNumber(OrderCalls.number(phoneNumber))
                .build();
    }

    @Override
    public Optional<PurchasedNumber> searchAndBuyFirst(
            ListAvailablePhoneNumbersQuery query, PurchaseOptions purchase, RequestOptions options) {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(purchase, "purchase");
        return client.operation(
                OperationNames.SEARCH_AND_BUY_FIRST,
                options,
                operation -> new SearchAndBuy(operation, client.errors()).run(query, purchase));
    }

    @Override
    public Optional<OwnedNumber> findByNumber(String phoneNumber, RequestOptions options) {
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        return client.operation(FIND, options, find -> {
            String problem = TextRules.e164(phoneNumber);
            if (problem != null) {
                throw client.errors()
                        .localCheck(FIND, "phone_number", problem + ", was " + NumberFaults.shown(phoneNumber));
            }
            // With its plus sign the number would not be found, and without it others can be found beside it.
            ListPhoneNumbersQuery query = ListPhoneNumbersQuery.builder()
                    .phoneNumber(phoneNumber.substring(1))
                    .build();
            return list(() -> find.client().named(FIND), FIND, query, RequestOptions.none()).stream()
                    .filter(number -> number.phoneNumber().equals(phoneNumber))
                    .findFirst();
        });
    }

    @Override
    public PagedList<OwnedNumber> list(ListPhoneNumbersQuery query, RequestOptions options) {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(options, "options");
        return list(() -> client, PhoneNumbersApi.LIST_PHONE_NUMBERS.name(), query, options);
    }

    /** Lists numbers; the client is asked for each page, since the time for it can differ. */
    private static PagedList<OwnedNumber> list(
            Supplier<TelnyxClient> client, String operation, ListPhoneNumbersQuery query, RequestOptions options) {
        return LazyPages.of(client.get(), operation, query, (number, size) -> {
            TelnyxClient sender = client.get();
            ListPhoneNumbersQuery page =
                    query.toBuilder().pageNumber(number).pageSize(size).build();
            ApiResponse<PhoneNumberListResponse> response =
                    new PhoneNumbersApi(sender).listPhoneNumbersWithHttpInfo(page, options);
            List<PhoneNumberDetails> data =
                    sender.data(response, response.data().getData());
            return PageReader.read(
                    Page.builder(PageReader.items(data, response, OwnedNumber::new), number, size),
                    response,
                    response.data().getMeta());
        });
    }

    @Override
    public OwnedNumber retrieve(PhoneNumberId id, RequestOptions options) {
        String path = path(PhoneNumbersApi.RETRIEVE_PHONE_NUMBER.name(), id);
        return number(api.retrievePhoneNumberWithHttpInfo(path, options));
    }

    @Override
    public OwnedNumber update(PhoneNumberId id, UpdatePhoneNumberRequest request, RequestOptions options) {
        String path = path(PhoneNumbersApi.UPDATE_PHONE_NUMBER.name(), id);
        return number(api.updatePhoneNumberWithHttpInfo(path, request, options));
    }

    @Override
    public ReleasedNumber release(PhoneNumberId id, RequestOptions options) {
        String path = path(PhoneNumbersApi.DELETE_PHONE_NUMBER.name(), id);
        ApiResponse<DeletedPhoneNumberResponse> response =
                new PhoneNumbersApi(client.needingData(false)).deletePhoneNumberWithHttpInfo(path, options);
        DeletedPhoneNumber data = response.data().getData();
        // The number is released, whatever the response contains about it.
        return new ReleasedNumber(data == null ? DeletedPhoneNumber.builder().build() : data, response);
    }

    @Override
    public NumberMessagingSettings assignToMessagingProfile(
            PhoneNumberId id, String messagingProfileId, RequestOptions options) {
        Objects.requireNonNull(messagingProfileId, "messagingProfileId");
        TelnyxClient named = client.named(OperationNames.ASSIGN);
        String path = path(OperationNames.ASSIGN, id);
        // A blank one would take the number out of its profile.
        check(OperationNames.ASSIGN, "messaging_profile_id", TextRules.notBlank(messagingProfileId));
        UpdatePhoneNumberMessagingSettingsRequest request = UpdatePhoneNumberMessagingSettingsRequest.builder()
                .messagingProfileId(messagingProfileId)
                .build();
        return messaging(
                named,
                new PhoneNumbersApi(named).updatePhoneNumberMessagingSettingsWithHttpInfo(path, request, options));
    }

    @Override
    public NumberMessagingSettings messagingSettings(PhoneNumberId id, RequestOptions options) {
        String path = path(PhoneNumbersApi.RETRIEVE_PHONE_NUMBER_MESSAGING_SETTINGS.name(), id);
        return messaging(client, api.retrievePhoneNumberMessagingSettingsWithHttpInfo(path, options));
    }

    @Override
    public NumberMessagingSettings updateMessagingSettings(
            PhoneNumberId id, UpdatePhoneNumberMessagingSettingsRequest request, RequestOptions options) {
        String path = path(PhoneNumbersApi.UPDATE_PHONE_NUMBER_MESSAGING_SETTINGS.name(), id);
        return messaging(client, api.updatePhoneNumberMessagingSettingsWithHttpInfo(path, request, options));
    }

    @Override
    public NumberVoiceSettings voiceSettings(PhoneNumberId id, RequestOptions options) {
        String path = path(PhoneNumbersApi.RETRIEVE_PHONE_NUMBER_VOICE_SETTINGS.name(), id);
        return voice(client, api.retrievePhoneNumberVoiceSettingsWithHttpInfo(path, options));
    }

    @Override
    public NumberVoiceSettings updateVoiceSettings(
            PhoneNumberId id, UpdatePhoneNumberVoiceSettingsRequest request, RequestOptions options) {
        String path = path(PhoneNumbersApi.UPDATE_PHONE_NUMBER_VOICE_SETTINGS.name(), id);
        return voice(client, api.updatePhoneNumberVoiceSettingsWithHttpInfo(path, request, options));
    }

    @Override
    public NumberVoiceSettings setCallForwarding(PhoneNumberId id, CallForwarding forwarding, RequestOptions options) {
        TelnyxClient named = client.named(OperationNames.SET_CALL_FORWARDING);
        String path = path(OperationNames.SET_CALL_FORWARDING, id);
        Objects.requireNonNull(forwarding, "forwarding");
        // Telnyx has a default for it, and would switch forwarding on.
        check(
                OperationNames.SET_CALL_FORWARDING,
                "call_forwarding.call_forwarding_enabled",
                forwarding.has("call_forwarding_enabled") ? null : "must be set");
        UpdatePhoneNumberVoiceSettingsRequest request = UpdatePhoneNumberVoiceSettingsRequest.builder()
                .callForwarding(forwarding)
                .build();
        return voice(
                named, new PhoneNumbersApi(named).updatePhoneNumberVoiceSettingsWithHttpInfo(path, request, options));
    }

    /** Returns what stands in the path for a number. */
    private String path(String operation, PhoneNumberId id) {
        String value = Objects.requireNonNull(id, "id").value();
        if (value.startsWith("+")) {
            check(
                    operation,
                    "id",
                    "must be the id of a number and not the number itself, which findByNumber takes, was "
                            + Mask.phoneNumber(value));
        }
        return value;
    }

    private void check(String operation, String field, @Nullable String problem) {
        if (problem != null) {
            client.checked(operation, () -> {
                throw client.errors().localCheck(operation, field, problem);
            });
        }
    }

    private OwnedNumber number(ApiResponse<PhoneNumberResponse> response) {
        return new OwnedNumber(client.data(response, response.data().getData()), response);
    }

    private static NumberMessagingSettings messaging(
            TelnyxClient client, ApiResponse<PhoneNumberMessagingSettingsResponse> response) {
        return new NumberMessagingSettings(client.data(response, response.data().getData()), response);
    }

    private static NumberVoiceSettings voice(
            TelnyxClient client, ApiResponse<PhoneNumberVoiceSettingsResponse> response) {
        return new NumberVoiceSettings(client.data(response, response.data().getData()), response);
    }
}
