package org.telnyx4j.internal.core;

import org.telnyx4j.RawApi;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.CallsApi;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.invoker.ApiClient;

/** The generated API classes on one client. They are made when asked for: each is no more than a reference. */
public final class GeneratedApis implements RawApi {
    private final ApiClient client;

    /**
     * Makes them.
     *
     * @param client what they send with
     */
    public GeneratedApis(ApiClient client) {
        this.client = client;
    }

    @Override
    public MessagesApi messages() {
        return new MessagesApi(client);
    }

    @Override
    public CallCommandsApi callCommands() {
        return new CallCommandsApi(client);
    }

    @Override
    public CallsApi calls() {
        return new CallsApi(client);
    }

    @Override
    public MessagingProfilesApi messagingProfiles() {
        return new MessagingProfilesApi(client);
    }

    @Override
    public PhoneNumbersApi phoneNumbers() {
        return new PhoneNumbersApi(client);
    }

    @Override
    public PhoneNumberSearchApi phoneNumberSearch() {
        return new PhoneNumberSearchApi(client);
    }

    @Override
    public PhoneNumberOrdersApi phoneNumberOrders() {
        return new PhoneNumberOrdersApi(client);
    }
}
