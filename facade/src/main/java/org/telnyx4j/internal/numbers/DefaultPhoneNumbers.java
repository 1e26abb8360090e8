package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.Forwarding;
import org.telnyx4j.numbers.MessagingSettingsUpdate;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberMessagingSettings;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberUpdate;
import org.telnyx4j.numbers.NumberVoiceSettings;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.numbers.OwnedNumbersCriteria;
import org.telnyx4j.numbers.PhoneNumberId;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.numbers.VoiceSettingsUpdate;
import org.telnyx4j.paging.PagedList;

/** The operations on phone numbers, on one view of a client. */
public final class DefaultPhoneNumbers implements PhoneNumbers {
    private final View view;
    private final Sleeper sleeper;
    private final NumberCalls calls;
    private final NumberRules rules;
    private final OwnedNumberCalls owned;
    private final SettingsCalls settings;

    /**
     * Makes the operations.
     *
     * @param view what they are run on
     * @param sleeper waits between looks at an order
     */
    public DefaultPhoneNumbers(View view, Sleeper sleeper) {
        this.view = view;
        this.sleeper = sleeper;
        this.calls = new NumberCalls(view);
        this.rules = new NumberRules(view);
        this.owned = new OwnedNumberCalls(view, rules);
        this.settings = new SettingsCalls(view, rules);
    }

    @Override
    public List<AvailableNumber> searchAvailable(AvailableNumbersCriteria criteria) {
        return searchAvailable(criteria, RequestOptions.none());
    }

    @Override
    public List<AvailableNumber> searchAvailable(AvailableNumbersCriteria criteria, RequestOptions options) {
        return search(Operations.SEARCH, criteria, options);
    }

    @Override
    public List<AvailableNumber> searchByAreaCode(String areaCode) {
        return searchByAreaCode(areaCode, RequestOptions.none());
    }

    @Override
    public List<AvailableNumber> searchByAreaCode(String areaCode, RequestOptions options) {
        AvailableNumbersCriteria criteria =
                AvailableNumbersCriteria.areaCode(areaCode).build();
        return search(Operations.SEARCH_AREA_CODE, criteria, options);
    }

    @Override
    public NumberOrderResult buy(String phoneNumber) {
        return buy(phoneNumber, PurchaseOptions.none(), RequestOptions.none());
    }

    @Override
    public NumberOrderResult buy(String phoneNumber, PurchaseOptions purchase, RequestOptions options) {
        return view.operation(Operations.BUY, facts -> {
            rules.phoneNumber(Operations.BUY, phoneNumber);
            rules.purchase(Operations.BUY, purchase);
            NewNumberOrder order = NewNumberOrder.builder()
                    .number(phoneNumber)
                    .options(purchase)
                    .build();
            return calls.create(Operations.BUY, order, calls.settings(options), options);
        });
    }

    @Override
    public Optional<PurchasedNumber> searchAndBuyFirst(String areaCode) {
        return searchAndBuyFirst(
                AvailableNumbersCriteria.areaCode(areaCode).build(), PurchaseOptions.none(), RequestOptions.none());
    }

    @Override
    public Optional<PurchasedNumber> searchAndBuyFirst(
            AvailableNumbersCriteria criteria, PurchaseOptions purchase, RequestOptions options) {
        Objects.requireNonNull(criteria, "criteria");
        return view.operation(Operations.BUY_FIRST, facts -> {
            rules.filters(Operations.BUY_FIRST, criteria.filters());
            rules.purchase(Operations.BUY_FIRST, purchase);
            return new FirstPurchase(view, sleeper, options).run(criteria, purchase);
        });
    }

    @Override
    public Optional<OwnedNumber> findByNumber(String phoneNumber) {
        return findByNumber(phoneNumber, RequestOptions.none());
    }

    @Override
    public Optional<OwnedNumber> findByNumber(String phoneNumber, RequestOptions options) {
        return owned.find(phoneNumber, options);
    }

    @Override
    public PagedList<OwnedNumber> list(OwnedNumbersCriteria criteria) {
        return list(criteria, RequestOptions.none());
    }

    @Override
    public PagedList<OwnedNumber> list(OwnedNumbersCriteria criteria, RequestOptions options) {
        Objects.requireNonNull(criteria, "criteria");
        view.check(Operations.LIST, () -> rules.filters(Operations.LIST, criteria.filters()));
        return owned.list(Operations.LIST, criteria.filters(), options);
    }

    @Override
    public OwnedNumber retrieve(PhoneNumberId id) {
        return retrieve(id, RequestOptions.none());
    }

    @Override
    public OwnedNumber retrieve(PhoneNumberId id, RequestOptions options) {
        return owned.retrieve(id, options);
    }

    @Override
    public OwnedNumber update(PhoneNumberId id, NumberUpdate update) {
        return update(id, update, RequestOptions.none());
    }

    @Override
    public OwnedNumber update(PhoneNumberId id, NumberUpdate update, RequestOptions options) {
        Objects.requireNonNull(update, "update");
        return owned.update(id, update.fields(), options);
    }

    @Override
    public void release(PhoneNumberId id) {
        release(id, RequestOptions.none());
    }

    @Override
    public void release(PhoneNumberId id, RequestOptions options) {
        owned.release(id, options);
    }

    @Override
    public NumberMessagingSettings assignToMessagingProfile(PhoneNumberId id, String messagingProfileId) {
        return assignToMessagingProfile(id, messagingProfileId, RequestOptions.none());
    }

    @Override
    public NumberMessagingSettings assignToMessagingProfile(
            PhoneNumberId id, String messagingProfileId, RequestOptions options) {
        Objects.requireNonNull(messagingProfileId, "messagingProfileId");
        return view.operation(Operations.ASSIGN, facts -> {
            rules.text(Operations.ASSIGN, "messaging_profile_id", messagingProfileId);
            Map<String, Object> fields = Map.of("messaging_profile_id", messagingProfileId);
            return settings.updateMessaging(Operations.ASSIGN, id, fields, options);
        });
    }

    @Override
    public NumberMessagingSettings messagingSettings(PhoneNumberId id) {
        return messagingSettings(id, RequestOptions.none());
    }

    @Override
    public NumberMessagingSettings messagingSettings(PhoneNumberId id, RequestOptions options) {
        return settings.messaging(id, options);
    }

    @Override
    public NumberMessagingSettings updateMessagingSettings(PhoneNumberId id, MessagingSettingsUpdate update) {
        return updateMessagingSettings(id, update, RequestOptions.none());
    }

    @Override
    public NumberMessagingSettings updateMessagingSettings(
            PhoneNumberId id, MessagingSettingsUpdate update, RequestOptions options) {
        Objects.requireNonNull(update, "update");
        return settings.updateMessaging(Operations.UPDATE_MESSAGING, id, update.fields(), options);
    }

    @Override
    public NumberVoiceSettings voiceSettings(PhoneNumberId id) {
        return voiceSettings(id, RequestOptions.none());
    }

    @Override
    public NumberVoiceSettings voiceSettings(PhoneNumberId id, RequestOptions options) {
        return settings.voice(id, options);
    }

    @Override
    public NumberVoiceSettings updateVoiceSettings(PhoneNumberId id, VoiceSettingsUpdate update) {
        return updateVoiceSettings(id, update, RequestOptions.none());
    }

    @Override
    public NumberVoiceSettings updateVoiceSettings(
            PhoneNumberId id, VoiceSettingsUpdate update, RequestOptions options) {
        Objects.requireNonNull(update, "update");
        return settings.updateVoice(Operations.UPDATE_VOICE, id, update.fields(), options);
    }

    @Override
    public NumberVoiceSettings setCallForwarding(PhoneNumberId id, Forwarding forwarding) {
        return setCallForwarding(id, forwarding, RequestOptions.none());
    }

    @Override
    public NumberVoiceSettings setCallForwarding(PhoneNumberId id, Forwarding forwarding, RequestOptions options) {
        Objects.requireNonNull(forwarding, "forwarding");
        return settings.updateVoice(Operations.FORWARD, id, Map.of("call_forwarding", forwarding.fields()), options);
    }

    private List<AvailableNumber> search(
            Operation operation, AvailableNumbersCriteria criteria, RequestOptions options) {
        Objects.requireNonNull(criteria, "criteria");
        return view.operation(operation, facts -> {
            rules.filters(operation, criteria.filters());
            return calls.search(operation, criteria, calls.settings(options), options);
        });
    }
}
