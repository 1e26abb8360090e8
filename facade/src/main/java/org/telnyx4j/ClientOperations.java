package org.telnyx4j;

import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.internal.async.DefaultAsyncTelnyxOperations;
import org.telnyx4j.internal.exchange.AsyncRunner;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.DefaultMessages;
import org.telnyx4j.internal.messaging.SendGuards;
import org.telnyx4j.internal.messaging.profiles.DefaultMessagingProfiles;
import org.telnyx4j.internal.numbers.DefaultNumberOrders;
import org.telnyx4j.internal.numbers.DefaultPhoneNumbers;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.voice.DefaultCalls;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.voice.Calls;

/**
 * All operations of the client itself or of one tenant. Those on messages are created at once, the others when they are
 * asked for: each is no more than a reference to the client, and a program that only sends messages loads no class of
 * theirs.
 */
final class ClientOperations implements TelnyxOperations {
    private final TelnyxClient source;
    private final TelnyxClient client;
    private final MessagingDefaults defaults;
    private final SendGuards guards;
    private final Messages messages;
    private final RawApi raw;

    ClientOperations(TelnyxClient client, MessagingDefaults defaults, SendGuards guards) {
        this.source = client;
        this.guards = guards;
        this.client = client.needingData(true);
        this.defaults = defaults;
        this.messages = new DefaultMessages(this.client, defaults, guards);
        // What a caller of the generated API needs of a response, only the caller knows.
        this.raw = new RawApi(client);
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @Override
    public Calls calls() {
        return new DefaultCalls(client, defaults);
    }

    @Override
    public MessagingProfiles messagingProfiles() {
        return new DefaultMessagingProfiles(client);
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return new DefaultPhoneNumbers(client);
    }

    @Override
    public NumberOrders numberOrders() {
        return new DefaultNumberOrders(client);
    }

    @Override
    public RawApi raw() {
        return raw;
    }

    @Override
    public RawApi raw(RequestOptions options) {
        return new RawApi(client.needingData(false).with(options));
    }

    @Override
    public AsyncTelnyxOperations async() {
        return DefaultAsyncTelnyxOperations.of(
                new AsyncRunner(source), own -> new ClientOperations(own, defaults, guards));
    }
}
