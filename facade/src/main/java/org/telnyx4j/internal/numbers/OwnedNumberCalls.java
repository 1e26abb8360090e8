package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.api.PhoneNumbersApi.ListPhoneNumbersQuery;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.PhoneNumberDetails;
import org.telnyx4j.generated.model.PhoneNumberListResponse;
import org.telnyx4j.generated.model.PhoneNumberResponse;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.internal.paging.LazyPages;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.numbers.PhoneNumberId;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** The calls on numbers that the account owns, apart from their settings. */
final class OwnedNumberCalls {
    private final View view;
    private final NumberRules rules;

    OwnedNumberCalls(View view, NumberRules rules) {
        this.view = view;
        this.rules = rules;
    }

    Optional<OwnedNumber> find(String phoneNumber, RequestOptions options) {
        return view.operation(Operations.FIND, facts -> {
            rules.phoneNumber(Operations.FIND, phoneNumber);
            // With its plus sign the number would not be found, and without it others can be found beside it.
            Map<String, Object> filters = Map.of("filter[phone_number]", phoneNumber.substring(1));
            return list(Operations.FIND, filters, options).stream()
                    .filter(number -> number.phoneNumber().equals(phoneNumber))
                    .findFirst();
        });
    }

    PagedList<OwnedNumber> list(Operation operation, Map<String, Object> filters, RequestOptions options) {
        Objects.requireNonNull(options, "options");
        List<String> privateTexts = NumberRules.privateTexts(filters);
        return new LazyPages<>(
                operation,
                view.errors(),
                (number, size) -> view.operation(operation, facts -> {
                    ListPhoneNumbersQuery query = new ListPhoneNumbersQuery();
                    filters.forEach(query::put);
                    query.pageNumber(number).pageSize(size);
                    ApiResponse<PhoneNumberListResponse> response = view.call(
                            operation,
                            settings(options),
                            options,
                            privateTexts,
                            client -> new PhoneNumbersApi(client).listPhoneNumbersWithHttpInfo(query, Map.of()));
                    List<PhoneNumberDetails> data =
                            view.data(response, response.data().getData());
                    RateLimitState rateLimit = RateLimits.of(response::header);
                    List<OwnedNumber> items = PageReader.items(data, each -> new OwnedNumber(each, rateLimit));
                    return PageReader.read(
                            Page.builder(items, number, size),
                            response,
                            response.data().getMeta());
                }));
    }

    OwnedNumber retrieve(PhoneNumberId id, RequestOptions options) {
        return view.operation(Operations.RETRIEVE, facts -> {
            String path = rules.id(Operations.RETRIEVE, id);
            return number(view.call(
                    Operations.RETRIEVE,
                    settings(options),
                    options,
                    List.of(),
                    client -> new PhoneNumbersApi(client).retrievePhoneNumberWithHttpInfo(path, Map.of())));
        });
    }

    OwnedNumber update(PhoneNumberId id, Map<String, Object> fields, RequestOptions options) {
        return view.operation(Operations.UPDATE, facts -> {
            String path = rules.id(Operations.UPDATE, id);
            rules.update(Operations.UPDATE, fields);
            UpdatePhoneNumberRequest request = view.convert(fields, UpdatePhoneNumberRequest.class);
            return number(view.call(
                    Operations.UPDATE,
                    settings(options),
                    options,
                    NumberRules.privateTexts(fields),
                    client -> new PhoneNumbersApi(client).updatePhoneNumberWithHttpInfo(path, request, Map.of())));
        });
    }

    void release(PhoneNumberId id, RequestOptions options) {
        view.operation(Operations.RELEASE, facts -> {
            String path = rules.id(Operations.RELEASE, id);
            return view.call(
                    Operations.RELEASE,
                    settings(options),
                    options,
                    List.of(),
                    client -> new PhoneNumbersApi(client).deletePhoneNumberWithHttpInfo(path, Map.of()));
        });
    }

    private SettingsLayer settings(RequestOptions options) {
        return view.merge(SettingsLayer.EMPTY, options);
    }

    private OwnedNumber number(ApiResponse<PhoneNumberResponse> response) {
        PhoneNumberDetails payload = view.data(response, response.data().getData());
        return new OwnedNumber(payload, RateLimits.of(response::header));
    }
}
