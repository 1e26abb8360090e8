package org.telnyx4j.internal.telemetry;

import static org.telnyx4j.internal.telemetry.Account.ORDER_ID;
import static org.telnyx4j.internal.telemetry.Account.PROFILE_ID;
import static org.telnyx4j.internal.telemetry.FacadeOperation.operation;
import static org.telnyx4j.internal.telemetry.MessagingUses.OPTIONS;
import static org.telnyx4j.internal.telemetry.PrivateValues.NUMBER;
import static org.telnyx4j.internal.telemetry.PrivateValues.REFERENCE;
import static org.telnyx4j.internal.telemetry.PrivateValues.SENDER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.Forwarding;
import org.telnyx4j.numbers.MessagingSettingsUpdate;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberOrderUpdate;
import org.telnyx4j.numbers.NumberOrdersCriteria;
import org.telnyx4j.numbers.NumberUpdate;
import org.telnyx4j.numbers.OwnedNumbersCriteria;
import org.telnyx4j.numbers.PhoneNumberId;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.VoiceSettingsUpdate;

/** The operations on phone numbers and their orders, used with private values. */
final class NumberUses {
    private static final PhoneNumberId ID = PhoneNumberId.of(Account.NUMBER_ID);
    private static final PhoneNumberId NO_ID = PhoneNumberId.of(NUMBER);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final NumberOrderResult PENDING =
            new NumberOrderResult(new NumberOrder().id(ORDER_ID).status(NumberOrder.StatusEnum.PENDING), null);
    private static final PurchaseOptions PURCHASE = PurchaseOptions.builder()
            .customerReference(REFERENCE)
            .messagingProfileId(PROFILE_ID)
            .build();
    private static final PurchaseOptions NO_PURCHASE =
            PurchaseOptions.builder().customerReference(" ").build();
    private static final AvailableNumbersCriteria CRITERIA =
            AvailableNumbersCriteria.areaCode("613").endsWith("0142").build();
    private static final AvailableNumbersCriteria NO_CRITERIA =
            AvailableNumbersCriteria.areaCode(NUMBER).build();

    private NumberUses() {}

    static List<FacadeOperation> all() {
        List<FacadeOperation> all = new ArrayList<>(purchases());
        all.addAll(numbers());
        all.addAll(settings());
        all.addAll(orders());
        return all;
    }

    private static List<FacadeOperation> purchases() {
        return List.of(
                operation("phone_numbers.search_available", "GET /available_phone_numbers")
                        .query("?filter[national_destination_code]=REDACTED"
                                + "&filter[phone_number][ends_with]=REDACTED")
                        .by(
                                t -> t.phoneNumbers().searchAvailable(CRITERIA),
                                t -> t.phoneNumbers().searchAvailable(CRITERIA, OPTIONS))
                        .refuses(t -> t.phoneNumbers().searchAvailable(NO_CRITERIA)),
                operation("phone_numbers.search_by_area_code", "GET /available_phone_numbers")
                        .query("?filter[national_destination_code]=REDACTED")
                        .by(
                                t -> t.phoneNumbers().searchByAreaCode("613"),
                                t -> t.phoneNumbers().searchByAreaCode("613", OPTIONS))
                        .refuses(t -> t.phoneNumbers().searchByAreaCode(NUMBER)),
                operation("phone_numbers.buy", "POST /number_orders")
                        .by(
                                t -> t.phoneNumbers().buy(NUMBER),
                                t -> t.phoneNumbers().buy(NUMBER, PURCHASE, OPTIONS))
                        .refuses(t -> t.phoneNumbers().buy("6135550142")),
                operation("phone_numbers.search_and_buy_first", "")
                        .tree(
                                "+ phone_numbers.search_available",
                                "- GET /available_phone_numbers",
                                "+ phone_numbers.buy",
                                "- POST /number_orders")
                        .query("?filter[national_destination_code]=REDACTED")
                        .by(
                                t -> t.phoneNumbers().searchAndBuyFirst("613"),
                                t -> t.phoneNumbers()
                                        .searchAndBuyFirst(
                                                AvailableNumbersCriteria.areaCode("613")
                                                        .build(),
                                                PURCHASE,
                                                OPTIONS))
                        .refuses(t -> t.phoneNumbers().searchAndBuyFirst(CRITERIA, NO_PURCHASE, OPTIONS)));
    }

    private static List<FacadeOperation> numbers() {
        OwnedNumbersCriteria criteria = OwnedNumbersCriteria.builder()
                .phoneNumberDigits("6135550142")
                .customerReference(REFERENCE)
                .build();
        OwnedNumbersCriteria noCriteria =
                OwnedNumbersCriteria.builder().phoneNumberDigits(NUMBER).build();
        NumberUpdate update = NumberUpdate.builder()
                .customerReference(REFERENCE)
                .tags(List.of(PrivateValues.NAME))
                .build();
        return List.of(
                operation("phone_numbers.find_by_number", "GET /phone_numbers")
                        .query("?filter[phone_number]=REDACTED&page[number]=1&page[size]=250")
                        .by(
                                t -> t.phoneNumbers().findByNumber(NUMBER),
                                t -> t.phoneNumbers().findByNumber(NUMBER, OPTIONS))
                        .refuses(t -> t.phoneNumbers().findByNumber("6135550142")),
                operation("phone_numbers.list", "GET /phone_numbers")
                        .query("?filter[phone_number]=REDACTED&filter[customer_reference]=REDACTED"
                                + "&page[number]=1&page[size]=250")
                        .by(
                                t -> t.phoneNumbers().list(criteria).firstPage(),
                                t -> t.phoneNumbers().list(criteria, OPTIONS).stream()
                                        .toList())
                        .refuses(t -> t.phoneNumbers().list(noCriteria)),
                operation("phone_numbers.retrieve", "GET /phone_numbers/{id}")
                        .by(
                                t -> t.phoneNumbers().retrieve(ID),
                                t -> t.phoneNumbers().retrieve(ID, OPTIONS))
                        .refuses(t -> t.phoneNumbers().retrieve(NO_ID)),
                operation("phone_numbers.update", "PATCH /phone_numbers/{id}")
                        .by(
                                t -> t.phoneNumbers().update(ID, update),
                                t -> t.phoneNumbers().update(ID, update, OPTIONS))
                        .refuses(t -> t.phoneNumbers().update(NO_ID, update)),
                operation("phone_numbers.release", "DELETE /phone_numbers/{id}")
                        .by(
                                t -> {
                                    t.phoneNumbers().release(ID);
                                    return null;
                                },
                                t -> {
                                    t.phoneNumbers().release(ID, OPTIONS);
                                    return null;
                                })
                        .refuses(t -> {
                            t.phoneNumbers().release(NO_ID);
                            return null;
                        }),
                operation("phone_numbers.assign_to_messaging_profile", "PATCH /phone_numbers/{id}/messaging")
                        .by(
                                t -> t.phoneNumbers().assignToMessagingProfile(ID, PROFILE_ID),
                                t -> t.phoneNumbers().assignToMessagingProfile(ID, PROFILE_ID, OPTIONS))
                        .refuses(t -> t.phoneNumbers().assignToMessagingProfile(ID, " ")));
    }

    private static List<FacadeOperation> settings() {
        MessagingSettingsUpdate messaging = MessagingSettingsUpdate.builder()
                .tags(List.of(PrivateValues.NAME))
                .build();
        VoiceSettingsUpdate voice = VoiceSettingsUpdate.builder()
                .translatedNumber(SENDER)
                .cnamListingDetails("Jane Doe")
                .build();
        Forwarding forwarding = Forwarding.always(SENDER);
        return List.of(
                operation("phone_numbers.messaging_settings", "GET /phone_numbers/{id}/messaging")
                        .by(
                                t -> t.phoneNumbers().messagingSettings(ID),
                                t -> t.phoneNumbers().messagingSettings(ID, OPTIONS))
                        .refuses(t -> t.phoneNumbers().messagingSettings(NO_ID)),
                operation("phone_numbers.update_messaging_settings", "PATCH /phone_numbers/{id}/messaging")
                        .by(
                                t -> t.phoneNumbers().updateMessagingSettings(ID, messaging),
                                t -> t.phoneNumbers().updateMessagingSettings(ID, messaging, OPTIONS))
                        .refuses(t -> t.phoneNumbers()
                                .updateMessagingSettings(
                                        ID, MessagingSettingsUpdate.builder().build())),
                operation("phone_numbers.voice_settings", "GET /phone_numbers/{id}/voice")
                        .by(
                                t -> t.phoneNumbers().voiceSettings(ID),
                                t -> t.phoneNumbers().voiceSettings(ID, OPTIONS))
                        .refuses(t -> t.phoneNumbers().voiceSettings(NO_ID)),
                operation("phone_numbers.update_voice_settings", "PATCH /phone_numbers/{id}/voice")
                        .by(
                                t -> t.phoneNumbers().updateVoiceSettings(ID, voice),
                                t -> t.phoneNumbers().updateVoiceSettings(ID, voice, OPTIONS))
                        .refuses(t -> t.phoneNumbers()
                                .updateVoiceSettings(
                                        ID, VoiceSettingsUpdate.builder().build())),
                operation("phone_numbers.set_call_forwarding", "PATCH /phone_numbers/{id}/voice")
                        .by(
                                t -> t.phoneNumbers().setCallForwarding(ID, forwarding),
                                t -> t.phoneNumbers().setCallForwarding(ID, forwarding, OPTIONS))
                        .refuses(t -> t.phoneNumbers().setCallForwarding(ID, Forwarding.always("6135550142"))));
    }

    private static List<FacadeOperation> orders() {
        NewNumberOrder order =
                NewNumberOrder.builder().number(NUMBER).options(PURCHASE).build();
        NumberOrdersCriteria criteria =
                NumberOrdersCriteria.builder().customerReference(REFERENCE).build();
        NumberOrderUpdate update = NumberOrderUpdate.builder()
                .customerReference(REFERENCE)
                .requirement(new NumberOrderUpdate.Requirement("8ffb3622-7c6b-4ccc-b65f-7a3dc0099576", "Jane Doe"))
                .build();
        return List.of(
                operation("number_orders.create", "POST /number_orders")
                        .by(
                                t -> t.numberOrders().create(order),
                                t -> t.numberOrders().create(order, OPTIONS))
                        .refuses(t -> t.numberOrders()
                                .create(NewNumberOrder.builder()
                                        .number("6135550142")
                                        .build())),
                operation("number_orders.retrieve", "GET /number_orders/{number_order_id}")
                        .by(
                                t -> t.numberOrders().retrieve(ORDER_ID),
                                t -> t.numberOrders().retrieve(ORDER_ID, OPTIONS))
                        .refuses(t -> t.numberOrders().retrieve(" ")),
                operation("number_orders.list", "GET /number_orders")
                        .query("?filter[customer_reference]=REDACTED&page[number]=1&page[size]=250")
                        .by(
                                t -> t.numberOrders().list(criteria).firstPage(),
                                t -> t.numberOrders().list(criteria, OPTIONS).stream()
                                        .toList())
                        .refuses(t -> t.numberOrders()
                                .list(NumberOrdersCriteria.builder()
                                        .customerReference(" ")
                                        .build())),
                operation("number_orders.find_by_customer_reference", "GET /number_orders")
                        .query("?filter[customer_reference]=REDACTED&page[number]=1&page[size]=250")
                        .by(
                                t -> t.numberOrders().findByCustomerReference(REFERENCE),
                                t -> t.numberOrders().findByCustomerReference(REFERENCE, OPTIONS))
                        .refuses(t -> t.numberOrders().findByCustomerReference(" ")),
                operation("number_orders.update", "PATCH /number_orders/{number_order_id}")
                        .by(
                                t -> t.numberOrders().update(ORDER_ID, update),
                                t -> t.numberOrders().update(ORDER_ID, update, OPTIONS))
                        .refuses(t -> t.numberOrders()
                                .update(ORDER_ID, NumberOrderUpdate.builder().build())),
                operation("number_orders.await_completion", "GET /number_orders/{number_order_id}")
                        .by(
                                t -> t.numberOrders().awaitCompletion(PENDING, WAIT),
                                t -> t.numberOrders().awaitCompletion(ORDER_ID, WAIT, OPTIONS))
                        .refuses(t -> t.numberOrders().awaitCompletion(ORDER_ID, Duration.ZERO, OPTIONS)));
    }
}
