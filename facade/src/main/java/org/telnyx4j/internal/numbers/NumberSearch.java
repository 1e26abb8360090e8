package org.telnyx4j.internal.numbers;

import java.util.List;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.AvailablePhoneNumberListResponse;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.paging.PageReader;
import org.telnyx4j.numbers.AvailableNumber;

/** Searches for numbers to buy. */
final class NumberSearch {
    private NumberSearch() {}

    static List<AvailableNumber> search(
            TelnyxClient client, ListAvailablePhoneNumbersQuery query, RequestOptions options) {
        ApiResponse<AvailablePhoneNumberListResponse> response =
                new PhoneNumberSearchApi(client).listAvailablePhoneNumbersWithHttpInfo(query, options);
        List<AvailablePhoneNumber> data = client.data(response, response.data().getData());
        return PageReader.items(data, response, AvailableNumber::new);
    }
}
