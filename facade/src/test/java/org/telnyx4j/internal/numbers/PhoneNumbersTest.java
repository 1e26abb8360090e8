package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.numbers.FakeAccount.OnOrder;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.Forwarding;
import org.telnyx4j.numbers.MessagingSettingsUpdate;
import org.telnyx4j.numbers.NumberFeature;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.NumberPrice;
import org.telnyx4j.numbers.NumberType;
import org.telnyx4j.numbers.NumberUpdate;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.numbers.OwnedNumbersCriteria;
import org.telnyx4j.numbers.PhoneNumberId;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.VoiceSettingsUpdate;
import org.telnyx4j.paging.PagedList;

class PhoneNumbersTest {
    private static final String NUMBER = "+14165550101";
    private static final PhoneNumberId ID = PhoneNumberId.of("1293384261075731499");

    private FakeAccount account;
    private DefaultPhoneNumbers numbers;

    @BeforeEach
    void start() throws IOException {
        account = new FakeAccount();
        numbers = account.numbers(new FakeSleeper());
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void anAreaCodeIsSearchedWithTheExactFilterAndNoCountry() {
        account.sells(NUMBER);
        AvailableNumber found = numbers.searchByAreaCode("416").get(0);
        assertThat(account.requests)
                .containsExactly("GET /available_phone_numbers?filter[national_destination_code]=416");
        assertThat(found.phoneNumber()).isEqualTo(NUMBER);
        assertThat(found.price()).contains(new NumberPrice(new BigDecimal("3.21"), new BigDecimal("6.54"), "USD"));
        assertThat(found).asString().doesNotContain(NUMBER);
    }

    @Test
    void eachFilterOfASearchHasItsOwnNameOnTheWire() {
        numbers.searchAvailable(AvailableNumbersCriteria.areaCode("416")
                .countryCode("CA")
                .startsWith("+1416")
                .endsWith("00")
                .contains("555")
                .locality("Saint John's")
                .administrativeArea("ON")
                .rateCenter("TORONTO")
                .type(NumberType.LOCAL)
                .features(List.of(NumberFeature.SMS, NumberFeature.VOICE))
                .limit(5)
                .bestEffort(false)
                .quickship(true)
                .reservable(true)
                .excludeHeldNumbers(true)
                .build());
        assertThat(account.requests)
                .containsExactly("GET /available_phone_numbers?filter[national_destination_code]=416"
                        + "&filter[country_code]=CA&filter[phone_number][starts_with]=%2B1416"
                        + "&filter[phone_number][ends_with]=00&filter[phone_number][contains]=555"
                        + "&filter[locality]=Saint%20John%27s&filter[administrative_area]=ON"
                        + "&filter[rate_center]=TORONTO&filter[phone_number_type]=local&filter[features]=sms"
                        + "&filter[features]=voice&filter[limit]=5&filter[best_effort]=false&filter[quickship]=true"
                        + "&filter[reservable]=true&filter[exclude_held_numbers]=true");
    }

    @Test
    void aNumberIsBoughtWithNothingButTheNumberUnlessMoreIsAskedFor() {
        NumberOrderResult order = numbers.buy(NUMBER);
        assertThat(order.isSuccess()).isTrue();
        assertThat(account.bodies).containsExactly("{\"phone_numbers\":[{\"phone_number\":\"+14165550101\"}]}");

        PurchaseOptions purchase = PurchaseOptions.builder()
                .messagingProfileId("profile-1")
                .customerReference("ref-1")
                .build();
        numbers.buy(NUMBER, purchase, RequestOptions.none());
        assertThat(account.bodies.get(1))
                .isEqualTo("{\"customer_reference\":\"ref-1\",\"messaging_profile_id\":\"profile-1\","
                        + "\"phone_numbers\":[{\"phone_number\":\"+14165550101\"}]}");
    }

    @Test
    void aPurchaseWhoseAnswerWasLostIsUnknownAndNotSentAgain() {
        account.onOrders(OnOrder.LOSE_ANSWER);
        TelnyxException e = catchThrowableOfType(TelnyxException.class, () -> numbers.buy(NUMBER));
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        assertThat(e.operation()).isEqualTo("phone_numbers.buy");
        assertThat(e.reference()).isEmpty();
        assertThat(e).hasMessageContaining("look whether the account has its numbers");
        assertThat(account.requests).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = OnOrder.class,
            names = {"LOSE_ANSWER", "LOSE_REQUEST", "GARBLE_ANSWER", "BAD_GATEWAY_AFTER", "HALF_AN_ANSWER"})
    void aPurchaseWhoseAnswerWasLostCarriesTheReferenceToLookForAndDoesNotPrintIt(OnOrder lost) {
        account.onOrders(lost);
        PurchaseOptions purchase =
                PurchaseOptions.builder().customerReference("shop of Ann").build();
        TelnyxException e =
                catchThrowableOfType(TelnyxException.class, () -> numbers.buy(NUMBER, purchase, RequestOptions.none()));
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
        TelnyxException e =
                catchThrowableOfType(TelnyxException.class, () -> numbers.buy(NUMBER, purchase, RequestOptions.none()));
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(e.reference()).isEmpty();
    }

    @Test
    void aNumberIsFoundAmongTenThousandByOneRequestWithDigitsOnly() {
        for (int i = 0; i < 10_000; i++) {
            account.owns("id-" + i, String.format("+1416555%04d", i));
        }
        OwnedNumber found = numbers.findByNumber("+14165557777").orElseThrow();
        assertThat(found.id().value()).isEqualTo("id-7777");
        assertThat(account.requests)
                .containsExactly("GET /phone_numbers?filter[phone_number]=14165557777&page[number]=1&page[size]=250");
        assertThat(found).asString().doesNotContain("+14165557777");
    }

    @Test
    void whatOnlyResemblesTheNumberIsPassedOverOnAllPages() {
        for (int i = 0; i < 600; i++) {
            account.owns("like-" + i, "+1" + i + "4165550101");
        }
        assertThat(numbers.findByNumber("+4165550101")).isEmpty();
        assertThat(account.requests).hasSize(3);

        account.owns("exact", "+4165550101");
        assertThat(numbers.findByNumber("+4165550101").orElseThrow().id().value())
                .isEqualTo("exact");
    }

    @Test
    void aListIsFetchedWhenItIsReadWithItsFiltersOnEachPage() {
        for (int i = 0; i < 5; i++) {
            account.owns("id-" + i, "+1416555000" + i);
        }
        PagedList<OwnedNumber> list = numbers.list(OwnedNumbersCriteria.builder()
                .status("active")
                .tag("a b")
                .connectionNameContains("trunk")
                .countries(List.of("CA", "US"))
                .type(NumberType.TOLL_FREE)
                .build());
        assertThat(account.requests).isEmpty();
        assertThat(list.withPageSize(2)).hasSize(5);
        String filters = "GET /phone_numbers?filter[status]=active&filter[tag]=a%20b"
                + "&filter[voice.connection_name][contains]=trunk&filter[country_iso_alpha2]=CA"
                + "&filter[country_iso_alpha2]=US&filter[number_type][eq]=toll_free&page[number]=";
        assertThat(account.requests)
                .containsExactly(filters + "1&page[size]=2", filters + "2&page[size]=2", filters + "3&page[size]=2");
    }

    @Test
    void updatesCarryExactlyWhatIsSet() {
        numbers.update(ID, NumberUpdate.builder().tags(List.of()).hdVoice(false).build());
        numbers.updateMessagingSettings(
                ID, MessagingSettingsUpdate.builder().noMessagingProfile().build());
        numbers.assignToMessagingProfile(ID, "profile-1");
        numbers.setCallForwarding(ID, Forwarding.always("+14165550199"));
        numbers.setCallForwarding(ID, Forwarding.off());
        numbers.updateVoiceSettings(
                ID,
                VoiceSettingsUpdate.builder()
                        .rtpAutoAdjust(false)
                        .t38FaxGateway(true)
                        .usagePaymentMethod("channel")
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
        account.settings =
                "{\"id\":\"1\",\"phone_number\":\"+14165550101\",\"status\":\"of-the-future\",\"tags\":[\"a\"],"
                        + "\"call_forwarding\":{\"call_forwarding_enabled\":true,\"forwards_to\":\"+14165550199\"}}";
        assertThat(numbers.retrieve(ID).status()).contains("of-the-future");
        assertThat(numbers.messagingSettings(ID).tags()).containsExactly("a");
        assertThat(numbers.voiceSettings(ID).forwardsTo()).contains("+14165550199");
        numbers.release(ID);
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
                        NUMBER, PurchaseOptions.builder().customerReference(" ").build(), RequestOptions.none()));
        refused("id", () -> numbers.release(PhoneNumberId.of(NUMBER)));
        refused("id", () -> numbers.retrieve(PhoneNumberId.of(" ")));
        refused("update", () -> numbers.update(ID, NumberUpdate.builder().build()));
        refused(
                "update",
                () -> numbers.updateVoiceSettings(
                        ID, VoiceSettingsUpdate.builder().build()));
        refused("messaging_profile_id", () -> numbers.assignToMessagingProfile(ID, ""));
        refused("forwards_to", () -> numbers.setCallForwarding(ID, Forwarding.onFailure("12")));
        refused("filter[national_destination_code]", () -> numbers.searchByAreaCode(" "));
        refused(
                "filter[limit]",
                () -> numbers.searchAvailable(
                        AvailableNumbersCriteria.builder().limit(0).build()));
        refused(
                "filter[phone_number]",
                () -> numbers.list(OwnedNumbersCriteria.builder()
                        .phoneNumberDigits("+1416")
                        .build()));
        for (String weird : List.of("(416)", "4-1", "4 1", "4\n1", "4%1", "]", "+")) {
            refused(
                    "filter[phone_number][starts_with]",
                    () -> numbers.searchAvailable(
                            AvailableNumbersCriteria.builder().startsWith(weird).build()));
        }
        for (String weird : List.of("Toronto\r\nX: y", "\u0000", "\ud83d")) {
            refused(
                    "filter[locality]",
                    () -> numbers.searchAvailable(
                            AvailableNumbersCriteria.builder().locality(weird).build()));
        }
        for (String notE164 : List.of("", " ", "4165550101", "+1-416-555-0101", "+14165550101 ", "tel:+14165550101")) {
            refused("phone_number", () -> numbers.findByNumber(notE164));
        }
        refused("page[size]", () -> numbers.list(OwnedNumbersCriteria.all()).withPageSize(-1));
        assertThat(account.requests).isEmpty();
    }

    private static void refused(String field, ThrowingCallable call) {
        TelnyxValidationException e = catchThrowableOfType(TelnyxValidationException.class, call);
        assertThat(e).as(field).isNotNull();
        assertThat(e.getMessage()).contains(field).doesNotContain(NUMBER);
    }
}
