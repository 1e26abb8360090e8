package org.telnyx4j.internal.core;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.RawApi;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.messaging.DefaultMessages;
import org.telnyx4j.internal.messaging.profiles.DefaultMessagingProfiles;
import org.telnyx4j.internal.numbers.DefaultNumberOrders;
import org.telnyx4j.internal.numbers.DefaultPhoneNumbers;
import org.telnyx4j.internal.voice.DefaultCalls;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.voice.Calls;

/**
 * All operations on one view of a client. Those on messages are made at once, the others when they are asked for: each is
 * no more than a reference to the view, and a program that only sends texts loads no class of theirs.
 */
public final class TenantView implements TelnyxOperations {
    private final View view;
    private final Messages messages;
    private final RawApi raw;

    /**
     * Makes the operations.
     *
     * @param core what all views share
     * @param settings what holds on this view
     * @param tenant the tenant's name, or null for the client itself
     */
    public TenantView(ClientCore core, SettingsLayer settings, @Nullable String tenant) {
        this.view = new View(core, settings, tenant);
        this.messages = new DefaultMessages(view);
        this.raw = raw(RequestOptions.none());
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @Override
    public Calls calls() {
        return new DefaultCalls(view);
    }

    @Override
    public MessagingProfiles messagingProfiles() {
        return new DefaultMessagingProfiles(view);
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return new DefaultPhoneNumbers(view, view.sleeper());
    }

    @Override
    public NumberOrders numberOrders() {
        return new DefaultNumberOrders(view, view.sleeper());
    }

    @Override
    public RawApi raw() {
        return raw;
    }

    @Override
    public RawApi raw(RequestOptions options) {
        return new GeneratedApis(view.rawClient(options));
    }
}
