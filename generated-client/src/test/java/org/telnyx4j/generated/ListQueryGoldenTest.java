package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.api.MessagingProfilesApi.ListMessagingProfilePhoneNumbersQuery;
import org.telnyx4j.generated.api.MessagingProfilesApi.ListMessagingProfileShortCodesQuery;
import org.telnyx4j.generated.api.MessagingProfilesApi.ListMessagingProfilesQuery;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi.ListNumberOrdersQuery;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.api.PhoneNumberSearchApi.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.api.PhoneNumbersApi.ListPhoneNumbersMessagingSettingsQuery;
import org.telnyx4j.generated.api.PhoneNumbersApi.ListPhoneNumbersQuery;
import org.telnyx4j.generated.api.PhoneNumbersApi.ListPhoneNumbersVoiceSettingsQuery;
import org.telnyx4j.generated.invoker.ApiClient;

/**
 * A filter of any other shape is silently ignored by the real API, which then answers with everything: so
 * the query string of each list, with all of its parameters, stands here in full.
 */
class ListQueryGoldenTest {
    /** A call with every parameter set, and the path and query that it must ask for. */
    record Golden(String operationId, Consumer<ApiClient> call, List<String> target) {
        @Override
        public String toString() {
            return operationId;
        }
    }

    static List<Golden> goldens() {
        return List.of(
                listMessagingProfiles(),
                listMessagingProfilePhoneNumbers(),
                listMessagingProfileShortCodes(),
                listPhoneNumbers(),
                listPhoneNumbersMessagingSettings(),
                listPhoneNumbersVoiceSettings(),
                listAvailablePhoneNumbers(),
                listNumberOrders());
    }

    private static Golden listMessagingProfiles() {
        ListMessagingProfilesQuery query = new ListMessagingProfilesQuery()
                .filterName("Sales & more")
                .filterNameContains("ä=")
                .filterNameEq("Vertrieb 👋")
                .pageNumber(2)
                .pageSize(250);
        return golden(
                "listMessagingProfiles",
                client -> new MessagingProfilesApi(client).listMessagingProfiles(query),
                "/v2/messaging_profiles",
                "?filter[name]=Sales%20%26%20more",
                "&filter[name][contains]=%C3%A4%3D",
                "&filter[name][eq]=Vertrieb%20%F0%9F%91%8B",
                "&page[number]=2",
                "&page[size]=250");
    }

    private static Golden listMessagingProfilePhoneNumbers() {
        ListMessagingProfilePhoneNumbersQuery query =
                new ListMessagingProfilePhoneNumbersQuery().pageNumber(1).pageSize(20);
        return golden(
                "listMessagingProfilePhoneNumbers",
                client -> new MessagingProfilesApi(client).listMessagingProfilePhoneNumbers("p1", query),
                "/v2/messaging_profiles/p1/phone_numbers",
                "?page[number]=1",
                "&page[size]=20");
    }

    private static Golden listMessagingProfileShortCodes() {
        ListMessagingProfileShortCodesQuery query =
                new ListMessagingProfileShortCodesQuery().pageNumber(1).pageSize(20);
        return golden(
                "listMessagingProfileShortCodes",
                client -> new MessagingProfilesApi(client).listMessagingProfileShortCodes("p1", query),
                "/v2/messaging_profiles/p1/short_codes",
                "?page[number]=1",
                "&page[size]=20");
    }

    private static Golden listPhoneNumbers() {
        ListPhoneNumbersQuery query = new ListPhoneNumbersQuery()
                .filterBillingGroupId("b1")
                .filterConnectionId("1293384261075731499")
                .filterCountryIsoAlpha2(List.of("CA", "US"))
                .filterCustomerReference("order #7")
                .filterEmergencyAddressId("9102160989215728032")
                .filterNumberTypeEq("toll_free")
                .filterPhoneNumber("14165550100")
                .filterSource("ported")
                .filterStatus("port-pending")
                .filterTag("a+b")
                .filterVoiceConnectionNameContains("a")
                .filterVoiceConnectionNameEndsWith("b")
                .filterVoiceConnectionNameEq("c")
                .filterVoiceConnectionNameStartsWith("d")
                .filterVoiceUsagePaymentMethod("pay-per-minute")
                .filterWithoutTags("true")
                .handleMessagingProfileError("false")
                .pageNumber(400)
                .pageSize(250)
                .sort("purchased_at");
        return golden(
                "listPhoneNumbers",
                client -> new PhoneNumbersApi(client).listPhoneNumbers(query),
                "/v2/phone_numbers",
                "?filter[billing_group_id]=b1",
                "&filter[connection_id]=1293384261075731499",
                "&filter[country_iso_alpha2]=CA,US",
                "&filter[customer_reference]=order%20%237",
                "&filter[emergency_address_id]=9102160989215728032",
                "&filter[number_type][eq]=toll_free",
                "&filter[phone_number]=14165550100",
                "&filter[source]=ported",
                "&filter[status]=port-pending",
                "&filter[tag]=a%2Bb",
                "&filter[voice.connection_name][contains]=a",
                "&filter[voice.connection_name][ends_with]=b",
                "&filter[voice.connection_name][eq]=c",
                "&filter[voice.connection_name][starts_with]=d",
                "&filter[voice.usage_payment_method]=pay-per-minute",
                "&filter[without_tags]=true",
                "&handle_messaging_profile_error=false",
                "&page[number]=400",
                "&page[size]=250",
                "&sort=purchased_at");
    }

    private static Golden listPhoneNumbersMessagingSettings() {
        ListPhoneNumbersMessagingSettingsQuery query = new ListPhoneNumbersMessagingSettingsQuery()
                .filterMessagingProfileId("p1")
                .filterPhoneNumber("+14165550100")
                .filterPhoneNumberContains("416")
                .filterType("longcode")
                .pageNumber(1)
                .pageSize(250)
                .sortPhoneNumber("asc");
        return golden(
                "listPhoneNumbersMessagingSettings",
                client -> new PhoneNumbersApi(client).listPhoneNumbersMessagingSettings(query),
                "/v2/phone_numbers/messaging",
                "?filter[messaging_profile_id]=p1",
                "&filter[phone_number]=%2B14165550100",
                "&filter[phone_number][contains]=416",
                "&filter[type]=longcode",
                "&page[number]=1",
                "&page[size]=250",
                "&sort[phone_number]=asc");
    }

    private static Golden listPhoneNumbersVoiceSettings() {
        ListPhoneNumbersVoiceSettingsQuery query = new ListPhoneNumbersVoiceSettingsQuery()
                .filterConnectionNameContains("office")
                .filterCustomerReference("ref")
                .filterPhoneNumber("416")
                .filterVoiceUsagePaymentMethod("channel")
                .pageNumber(1)
                .pageSize(250)
                .sort("connection_name");
        return golden(
                "listPhoneNumbersVoiceSettings",
                client -> new PhoneNumbersApi(client).listPhoneNumbersVoiceSettings(query),
                "/v2/phone_numbers/voice",
                "?filter[connection_name][contains]=office",
                "&filter[customer_reference]=ref",
                "&filter[phone_number]=416",
                "&filter[voice.usage_payment_method]=channel",
                "&page[number]=1",
                "&page[size]=250",
                "&sort=connection_name");
    }

    private static Golden listAvailablePhoneNumbers() {
        ListAvailablePhoneNumbersQuery query = new ListAvailablePhoneNumbersQuery()
                .filterAdministrativeArea("ON")
                .filterBestEffort(false)
                .filterCountryCode("CA")
                .filterExcludeHeldNumbers(true)
                .filterFeatures(List.of("sms", "voice"))
                .filterLimit(10)
                .filterLocality("Montréal")
                .filterNationalDestinationCode("416")
                .filterPhoneNumberContains("55")
                .filterPhoneNumberEndsWith("00")
                .filterPhoneNumberStartsWith("+1416")
                .filterPhoneNumberType("local")
                .filterQuickship(true)
                .filterRateCenter("TORONTO")
                .filterReservable(true);
        return golden(
                "listAvailablePhoneNumbers",
                client -> new PhoneNumberSearchApi(client).listAvailablePhoneNumbers(query),
                "/v2/available_phone_numbers",
                "?filter[administrative_area]=ON",
                "&filter[best_effort]=false",
                "&filter[country_code]=CA",
                "&filter[exclude_held_numbers]=true",
                "&filter[features]=sms,voice",
                "&filter[limit]=10",
                "&filter[locality]=Montr%C3%A9al",
                "&filter[national_destination_code]=416",
                "&filter[phone_number][contains]=55",
                "&filter[phone_number][ends_with]=00",
                "&filter[phone_number][starts_with]=%2B1416",
                "&filter[phone_number_type]=local",
                "&filter[quickship]=true",
                "&filter[rate_center]=TORONTO",
                "&filter[reservable]=true");
    }

    private static Golden listNumberOrders() {
        ListNumberOrdersQuery query = new ListNumberOrdersQuery()
                .filterCreatedAtGt("2026-01-01T00:00:00+01:00")
                .filterCreatedAtLt("2026-02-01T00:00:00Z")
                .filterCustomerReference("ref/1?")
                .filterPhoneNumbersCount("2")
                .filterRequirementsMet(true)
                .filterStatus("pending")
                .pageNumber(1)
                .pageSize(250);
        return golden(
                "listNumberOrders",
                client -> new PhoneNumberOrdersApi(client).listNumberOrders(query),
                "/v2/number_orders",
                "?filter[created_at][gt]=2026-01-01T00%3A00%3A00%2B01%3A00",
                "&filter[created_at][lt]=2026-02-01T00%3A00%3A00Z",
                "&filter[customer_reference]=ref%2F1%3F",
                "&filter[phone_numbers_count]=2",
                "&filter[requirements_met]=true",
                "&filter[status]=pending",
                "&page[number]=1",
                "&page[size]=250");
    }

    private static Golden golden(String operationId, Consumer<ApiClient> call, String... target) {
        return new Golden(operationId, call, List.of(target));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theRequestLine_isExactly(Golden golden) throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":[]}"))) {
            golden.call().accept(wire.client());

            assertThat(wire.server().takeRequest().line())
                    .isEqualTo("GET " + String.join("", golden.target()) + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theGolden_hasEveryParameterThatTheSpecificationDeclares(Golden golden) {
        Spec.Operation declared = Spec.operations().stream()
                .filter(operation -> operation.id().equals(golden.operationId()))
                .findFirst()
                .orElseThrow();

        assertThat(golden.target().stream().skip(1).map(parameter -> parameter.substring(1, parameter.indexOf('='))))
                .containsExactlyInAnyOrderElementsOf(declared.queryParameters());
    }

    @Test
    void everyOperationWithAQuery_hasAGolden() {
        assertThat(Spec.operations().stream()
                        .filter(operation -> !operation.queryParameters().isEmpty())
                        .map(Spec.Operation::id))
                .containsExactlyInAnyOrderElementsOf(
                        goldens().stream().map(Golden::operationId).toList());
    }

    @Test
    void aQueryOnWhichNothingIsSet_addsNothing() throws Exception {
        assertThat(query(new ListPhoneNumbersQuery())).isEmpty();
        assertThat(query(new ListPhoneNumbersQuery().pageSize(null))).isEmpty();
        assertThat(query(new ListPhoneNumbersQuery().pageSize(20).pageSize(null)))
                .isEmpty();
        assertThat(query(new ListPhoneNumbersQuery().filterCountryIsoAlpha2(List.of())))
                .isEmpty();
        assertThat(query(new ListPhoneNumbersQuery().put("filter[new]", List.of())))
                .isEmpty();
    }

    @Test
    void aParameterThatIsSetAgain_replacesWhatItHad() throws Exception {
        assertThat(query(new ListPhoneNumbersQuery().pageNumber(1).pageSize(20).pageNumber(2)))
                .isEqualTo("?page[size]=20&page[number]=2");
    }

    @Test
    void aParameterThatTheSpecificationDoesNotHave_isSentAsItIsNamed() throws Exception {
        assertThat(query(new ListPhoneNumbersQuery().put("filter[neü][a&b]", "1=2#3")))
                .isEqualTo("?filter[ne%C3%BC][a%26b]=1%3D2%233");
        assertThat(query(new ListPhoneNumbersQuery().put("tag[]", List.of("a", "b"))))
                .isEqualTo("?tag[]=a&tag[]=b");
    }

    @Test
    void aCommaWithinAnItem_isNotTheCommaBetweenItems() throws Exception {
        assertThat(query(new ListPhoneNumbersQuery().filterCountryIsoAlpha2(List.of("A,B", "C"))))
                .isEqualTo("?filter[country_iso_alpha2]=A%2CB,C");
    }

    @Test
    void aListThatChangesAfterwards_doesNotChangeTheQuery() throws Exception {
        List<String> countries = Arrays.asList("CA", "US");
        ListPhoneNumbersQuery query = new ListPhoneNumbersQuery().filterCountryIsoAlpha2(countries);
        countries.set(0, "DE");

        assertThat(query(query)).isEqualTo("?filter[country_iso_alpha2]=CA,US");
    }

    @Test
    void whatIsSet_isNamedByToStringWithoutItsValue() {
        assertThat(new ListPhoneNumbersQuery().filterPhoneNumber("14165550100").pageSize(20))
                .hasToString("ListPhoneNumbersQuery[filter[phone_number], page[size]]");
    }

    private static String query(ListPhoneNumbersQuery query) throws InterruptedException {
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            new PhoneNumbersApi(wire.client()).listPhoneNumbers(query);
            return wire.server().takeRequest().target().substring("/v2/phone_numbers".length());
        }
    }
}
