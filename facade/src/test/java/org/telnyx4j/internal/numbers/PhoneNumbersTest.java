package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.ForwardingType;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.MediaFeatures;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.NumberStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.UpdatePhoneNumberMessagingSettingsRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberRequest;
import org.telnyx4j.generated.model.UpdatePhoneNumberVoiceSettingsRequest;
import org.telnyx4j.generated.model.UsagePaymentMethod;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.internal.numbers.NumberAccount.OnOrder;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberPrice;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.paging.PagedList;

class PhoneNumbersTest {
    private static final String NUMBER = "+14165550101";
    private static final String OTHER = "+14165550102";
    private static final PhoneNumberId ID = PhoneNumberId.of("1293384261075731000");

    private NumberAccount account;
    private DefaultPhoneNumbers numbers;

    @BeforeEach
    void start() throws IOException {
        account = new NumberAccount().sells(NUMBER, OTHER);
        numbers = account.numbers();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void anAreaCodeIsSearchedWithTheExactFilterAndNoCountry() {
        AvailableNumber found = numbers.searchByAreaCode("416").get(0);
        assertThat(account.requests)
                .containsExactly("GET /available_phone_numbers?filter[national_destination_code]=416");
        assertThat(found.phoneNumber()).isEqualTo(NUMBER);
        assertThat(found.price())
                .contains(new NumberPrice(new BigDecimal("1.00000"), new BigDecimal("1.10000"), "USD"));
        assertThat(found).asString().doesNotContain(NUMBER);
    }

    /** The official clients send a list as one value with commas; the server ignores any other shape silently. */
    @Test
    void eachFilterOfASearchHasItsOwnNameOnTheWireAndAListIsOneValueWithCommas() {
        numbers.searchAvailable(ListAvailablePhoneNumbersQuery.builder()
                .nationalDestinationCode("416")
                .countryCode("CA")
                .phoneNumberStartsWith("+1416")
                .phoneNumberEndsWith("00")
                .phoneNumberContains("555")
                .locality("Saint John's")
                .administrativeArea("ON")
                .rateCenter("TORONTO")
                .phoneNumberType(NumberType.LOCAL)
                .addFeature(NumberFeature.SMS)
                .addFeature(NumberFeature.VOICE)
                .limit(5)
                .bestEffort(false)
                .quickship(true)
                .reservable(true)
                .excludeHeldNumbers(true)
                .build());
        assertThat(account.requests)
                .containsExactly("GET /available_phone_numbers?filter[administrative_area]=ON"
                        + "&filter[best_effort]=false&filter[country_code]=CA&filter[exclude_held_numbers]=true"
                        + "&filter[features]=sms,voice&filter[limit]=5&filter[locality]=Saint%20John%27s"
                        + "&filter[national_destination_code]=416&filter[phone_number][contains]=555"
                        + "&filter[phone_number][ends_with]=00&filter[phone_number][starts_with]=%2B1416"
                        + "&filter[phone_number_type]=local&filter[quickship]=true&filter[rate_center]=TORONTO"
                        + "&filter[reservable]=true");
    }

    @Test
    void aSearchForTwoFeaturesFindsOnlyNumbersWithBoth() {
        ListAvailablePhoneNumbersQuery.Builder both =
                ListAvailablePhoneNumbersQuery.builder().features(List.of(NumberFeature.SMS, NumberFeature.FAX));
        assertThat(numbers.searchAvailable(both.build())).isEmpty();
        both.features(List.of(NumberFeature.SMS, NumberFeature.VOICE));
        assertThat(numbers.searchAvailable(both.build())).hasSize(2);
    }

    @Test
    void aNumberIsBoughtWithNothingButTheNumberAndAReferenceUnlessMoreIsAskedFor() throws IOException {
        NumberOrderResult order = numbers.buy(NUMBER);
        String reference = account.references().get(0);
        assertThat(order.isSuccess()).isTrue();
        assertThat(UUID.fromString(reference)).hasToString(reference);
        assertThat(account.bodies)
                .containsExactly("{\"phone_numbers\":[{\"phone_number\":\"+14165550101\"}],\"customer_reference\":\""
                        + reference + "\"}");

        PurchaseOptions purchase = PurchaseOptions.builder()
                .messagingProfileId("profile-1")
                .customerReference("ref-1")
                .build();
        numbers.buy(OTHER, purchase);
        assertThat(account.bodies.get(1))
                .isEqualTo("{\"phone_numbers\":[{\"phone_number\":\"+14165550102\"}],"
                        + "\"customer_reference\":\"ref-1\",\"messaging_profile_id\":\"profile-1\"}");
    }

    @Test
    void aPurchaseWhoseResponseWasLostIsUnknownAndNotSentAgain() throws IOException {
        Fixtures.needsNoKey(PhoneNumberOrdersApi.CREATE_NUMBER_ORDER);
        account.onOrders(OnOrder.LOSE_RESPONSE);
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> numbers.buy(NUMBER));
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.operation()).isEqualTo("phone_numbers.buy");
        assertThat(e.reference()).contains(account.references().get(0));
        assertThat(e).hasMessageContaining("look for an order with its customer reference");
        assertThat(account.requests).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"LOSE_RESPONSE", "LOSE_REQUEST", "GARBLE_RESPONSE", "BAD_GATEWAY_AFTER", "HALF_A_RESPONSE"})
    void aPurchaseWhoseResponseWasLostCarriesTheReferenceToLookForAndDoesNotPrintIt(OnOrder lost) {
        account.onOrders(lost);
        PurchaseOptions purchase =
                PurchaseOptions.builder().customerReference("shop of Ann").build();
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> numbers.buy(NUMBER, purchase));
        assertThat(e.outcome()).isNotEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.reference()).contains("shop of Ann");
        assertThat(e).hasMessageContaining("look for an order with its customer reference");
        assertThat(e.getMessage()).doesNotContain("Ann").doesNotContain("14165550101");
        assertThat(account.count("POST")).isOne();
    }

    @Test
    void aPurchaseThatWasRefusedHasNothingToLookFor() {
        account.onOrders(OnOrder.NO_BALANCE);
        PurchaseOptions purchase =
                PurchaseOptions.builder().customerReference("ref-1").build();
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> numbers.buy(NUMBER, purchase));
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.reference()).isEmpty();
    }

    @Test
    void aNumberIsFoundAmongTenThousandByOneRequestWithDigitsOnly() {
        List<String> ids = IntStream.range(0, 10_000)
                .mapToObj(i -> account.owns(String.format("+1416555%04d", i)))
                .toList();
        OwnedNumber found = numbers.findByNumber("+14165557777").orElseThrow();
        assertThat(found.id().value()).isEqualTo(ids.get(7777));
        assertThat(account.requests)
                .containsExactly("GET /phone_numbers?filter[phone_number]=14165557777&page[number]=1&page[size]=250");
        assertThat(found).asString().doesNotContain("+14165557777");
    }

    @Test
    void whatOnlyResemblesTheNumberIsPassedOverOnAllPages() {
        for (int i = 0; i < 600; i++) {
            account.owns("+1" + i + "4165550101");
        }
        assertThat(numbers.findByNumber("+4165550101")).isEmpty();
        assertThat(account.requests).hasSize(3);

        String exact = account.owns("+4165550101");
        assertThat(numbers.findByNumber("+4165550101").orElseThrow().id().value())
                .isEqualTo(exact);
    }

    @Test
    void aListIsFetchedWhenItIsReadWithItsFiltersOnEachPage() {
        for (int i = 0; i < 5; i++) {
            account.owns("+1416555000" + i);
        }
        PagedList<OwnedNumber> list = numbers.list(ListPhoneNumbersQuery.builder()
                .status(NumberStatus.ACTIVE)
                .tag("a b")
                .voiceConnectionNameContains("trunk")
                .addCountryIsoAlpha2("CA")
                .addCountryIsoAlpha2("US")
                .numberTypeEq(NumberType.TOLL_FREE)
                .build());
        assertThat(account.requests).isEmpty();
        assertThat(list.withPageSize(2)).hasSize(5);
        String filters = "GET /phone_numbers?filter[country_iso_alpha2]=CA,US&filter[number_type][eq]=toll_free"
                + "&filter[status]=active&filter[tag]=a%20b&filter[voice.connection_name][contains]=trunk&page[number]=";
        assertThat(account.requests)
                .containsExactly(filters + "1&page[size]=2", filters + "2&page[size]=2", filters + "3&page[size]=2");
    }

    @Test
    void updatesCarryExactlyWhatIsSet() {
        account.owns("+14165550100");
        numbers.update(
                ID,
                UpdatePhoneNumberRequest.builder()
                        .tags(List.of())
                        .hdVoiceEnabled(false)
                        .build());
        numbers.updateMessagingSettings(
                ID,
                UpdatePhoneNumberMessagingSettingsRequest.builder()
                        .messagingProfileId("")
                        .build());
        numbers.assignToMessagingProfile(ID, "profile-1");
        numbers.setCallForwarding(
                ID,
                CallForwarding.builder()
                        .callForwardingEnabled(true)
                        .forwardingType(ForwardingType.ALWAYS)
                        .forwardsTo("+14165550199")
                        .build());
        numbers.setCallForwarding(
                ID, CallForwarding.builder().callForwardingEnabled(false).build());
        numbers.updateVoiceSettings(
                ID,
                UpdatePhoneNumberVoiceSettingsRequest.builder()
                        .mediaFeatures(MediaFeatures.builder()
                                .rtpAutoAdjustEnabled(false)
                                .t38FaxGatewayEnabled(true)
                                .build())
                        .usagePaymentMethod(UsagePaymentMethod.CHANNEL)
                        .build());
        assertThat(account.requests)
                .containsExactly(
                        "PATCH /phone_numbers/" + ID,
                        "PATCH /phone_numbers/" + ID + "/messaging",
                        "PATCH /phone_numbers/" + ID + "/messaging",
                        "PATCH /phone_numbers/" + ID + "/voice",
                        "PATCH /phone_numbers/" + ID + "/voice",
                        "PATCH /phone_numbers/" + ID + "/voice");
        assertThat(account.bodies)
                .containsExactly(
                        "{\"hd_voice_enabled\":false,\"tags\":[]}",
                        "{\"messaging_profile_id\":\"\"}",
                        "{\"messaging_profile_id\":\"profile-1\"}",
                        "{\"call_forwarding\":{\"call_forwarding_enabled\":true,\"forwarding_type\":\"always\","
                                + "\"forwards_to\":\"+14165550199\"}}",
                        "{\"call_forwarding\":{\"call_forwarding_enabled\":false}}",
                        "{\"media_features\":{\"rtp_auto_adjust_enabled\":false,\"t38_fax_gateway_enabled\":true},"
                                + "\"usage_payment_method\":\"channel\"}");
    }

    @Test
    void readsAndReleaseGoToTheNumbersOwnPath() {
        account.owns("+14165550100");
        account.settings =
                "{\"id\":\"1\",\"phone_number\":\"+14165550101\",\"status\":\"of-the-future\",\"tags\":[\"a\"],"
                        + "\"call_forwarding\":{\"call_forwarding_enabled\":true,\"forwards_to\":\"+14165550199\"}}";
        assertThat(numbers.retrieve(ID).status()).contains(NumberStatus.fromValue("of-the-future"));
        assertThat(numbers.messagingSettings(ID).tags()).containsExactly("a");
        assertThat(numbers.voiceSettings(ID).forwardsTo()).contains("+14165550199");
        assertThat(numbers.release(ID).phoneNumber()).isPresent();
        assertThat(account.requests)
                .containsExactly(
                        "GET /phone_numbers/" + ID,
                        "GET /phone_numbers/" + ID + "/messaging",
                        "GET /phone_numbers/" + ID + "/voice",
                        "DELETE /phone_numbers/" + ID);
    }

    @Test
    void whatCannotBeRightIsRefusedBeforeTheWireAndNamesTheField() {
        refused("phone_number", () -> numbers.buy("4165550101"));
        refused("phone_number", () -> numbers.findByNumber("+1 416 555 0101"));
        refused(
                "customer_reference",
                () -> numbers.buy(
                        NUMBER, PurchaseOptions.builder().customerReference(" ").build()));
        refused("id", () -> numbers.release(PhoneNumberId.of(NUMBER)));
        refused("id", () -> numbers.retrieve(PhoneNumberId.of(" ")));
        refused(
                "request",
                () -> numbers.update(ID, UpdatePhoneNumberRequest.builder().build()));
        refused(
                "request",
                () -> numbers.updateVoiceSettings(
                        ID, UpdatePhoneNumberVoiceSettingsRequest.builder().build()));
        refused(
                "call_forwarding.call_forwarding_enabled",
                () -> numbers.setCallForwarding(ID, CallForwarding.builder().build()));
        refused(
                "call_forwarding.call_forwarding_enabled",
                () -> numbers.setCallForwarding(
                        ID, CallForwarding.builder().forwardsTo("+14165550199").build()));
        refused("messaging_profile_id", () -> numbers.assignToMessagingProfile(ID, ""));
        refused(
                "forwards_to",
                () -> numbers.setCallForwarding(
                        ID,
                        CallForwarding.builder()
                                .callForwardingEnabled(true)
                                .forwardsTo("12")
                                .build()));
        refused("filter[national_destination_code]", () -> numbers.searchByAreaCode(" "));
        refused(
                "filter[limit]",
                () -> numbers.searchAvailable(
                        ListAvailablePhoneNumbersQuery.builder().limit(0).build()));
        refused(
                "filter[phone_number]",
                () -> numbers.list(
                        ListPhoneNumbersQuery.builder().phoneNumber("+1416").build()));
        for (String weird : List.of("(416)", "4-1", "4 1", "4\n1", "4%1", "]", "+")) {
            refused(
                    "filter[phone_number][starts_with]",
                    () -> numbers.searchAvailable(ListAvailablePhoneNumbersQuery.builder()
                            .phoneNumberStartsWith(weird)
                            .build()));
        }
        for (String weird : List.of("Toronto\r\nX: y", "\u0000", "\ud83d")) {
            refused(
                    "filter[locality]",
                    () -> numbers.searchAvailable(ListAvailablePhoneNumbersQuery.builder()
                            .locality(weird)
                            .build()));
        }
        for (String notE164 : List.of("", " ", "4165550101", "+1-416-555-0101", "+14165550101 ", "tel:+14165550101")) {
            refused("phone_number", () -> numbers.findByNumber(notE164));
        }
        refused("page[size]", () -> numbers.list().withPageSize(-1));
        assertThat(account.requests).isEmpty();
    }

    private static void refused(String field, ThrowingCallable call) {
        TelnyxValidationException e = catchThrowableOfType(TelnyxValidationException.class, call);
        assertThat(e).as(field).isNotNull();
        assertThat(e.getMessage()).contains(field).doesNotContain(NUMBER);
    }
}
