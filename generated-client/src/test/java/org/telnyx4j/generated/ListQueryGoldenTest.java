package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.generated.api.ConferencesApi;
import org.telnyx4j.generated.api.DetailRecordsApi;
import org.telnyx4j.generated.api.MessagingOptOutsApi;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.api.NumberLookupApi;
import org.telnyx4j.generated.api.NumberReservationsApi;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.api.PhoneNumbersApi;
import org.telnyx4j.generated.model.ConferenceRegion;
import org.telnyx4j.generated.model.ConferenceStatus;
import org.telnyx4j.generated.model.DetailRecordType;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListConferenceParticipantsQuery;
import org.telnyx4j.generated.model.ListConferencesQuery;
import org.telnyx4j.generated.model.ListDetailRecordsQuery;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.generated.model.ListMessagingProfilePhoneNumbersQuery;
import org.telnyx4j.generated.model.ListMessagingProfileShortCodesQuery;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;
import org.telnyx4j.generated.model.ListNumberOrdersQuery;
import org.telnyx4j.generated.model.ListNumberReservationsQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersMessagingSettingsQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersVoiceSettingsQuery;
import org.telnyx4j.generated.model.LookUpNumberQuery;
import org.telnyx4j.generated.model.LookupType;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.NumberReservationStatus;
import org.telnyx4j.generated.model.NumberSort;
import org.telnyx4j.generated.model.NumberStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.RetrieveConferenceQuery;
import org.telnyx4j.generated.model.UsagePaymentMethod;

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
                listNumberOrders(),
                listMessagingOptOuts(),
                listDetailRecords(),
                lookUpNumber(),
                listNumberReservations(),
                listConferences(),
                retrieveConference(),
                listConferenceParticipants());
    }

    private static Golden listMessagingProfiles() {
        ListMessagingProfilesQuery query = ListMessagingProfilesQuery.builder()
                .name("Sales & more")
                .nameContains("ä=")
                .nameEq("Vertrieb 👋")
                .pageNumber(2)
                .pageSize(250)
                .build();
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
        ListMessagingProfilePhoneNumbersQuery query = ListMessagingProfilePhoneNumbersQuery.builder()
                .pageNumber(1)
                .pageSize(20)
                .build();
        return golden(
                "listMessagingProfilePhoneNumbers",
                client -> new MessagingProfilesApi(client).listMessagingProfilePhoneNumbers("p1", query),
                "/v2/messaging_profiles/p1/phone_numbers",
                "?page[number]=1",
                "&page[size]=20");
    }

    private static Golden listMessagingProfileShortCodes() {
        ListMessagingProfileShortCodesQuery query = ListMessagingProfileShortCodesQuery.builder()
                .pageNumber(1)
                .pageSize(20)
                .build();
        return golden(
                "listMessagingProfileShortCodes",
                client -> new MessagingProfilesApi(client).listMessagingProfileShortCodes("p1", query),
                "/v2/messaging_profiles/p1/short_codes",
                "?page[number]=1",
                "&page[size]=20");
    }

    private static Golden listPhoneNumbers() {
        ListPhoneNumbersQuery query = ListPhoneNumbersQuery.builder()
                .billingGroupId("b1")
                .connectionId("1293384261075731499")
                .countryIsoAlpha2(List.of("CA", "US"))
                .customerReference("order #7")
                .emergencyAddressId("9102160989215728032")
                .numberTypeEq(NumberType.fromValue("toll_free"))
                .phoneNumber("14165550100")
                .source(ListPhoneNumbersQuery.Source.PORTED)
                .status(NumberStatus.PORT_PENDING)
                .tag("a+b")
                .voiceConnectionNameContains("aaa")
                .voiceConnectionNameEndsWith("bbb")
                .voiceConnectionNameEq("ccc")
                .voiceConnectionNameStartsWith("ddd")
                .voiceUsagePaymentMethod(UsagePaymentMethod.PAY_PER_MINUTE)
                .withoutTags(ListPhoneNumbersQuery.WithoutTags.TRUE)
                .handleMessagingProfileError(ListPhoneNumbersQuery.HandleMessagingProfileError.FALSE)
                .pageNumber(400)
                .pageSize(250)
                .sort(NumberSort.PURCHASED_AT)
                .build();
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
                "&filter[voice.connection_name][contains]=aaa",
                "&filter[voice.connection_name][ends_with]=bbb",
                "&filter[voice.connection_name][eq]=ccc",
                "&filter[voice.connection_name][starts_with]=ddd",
                "&filter[voice.usage_payment_method]=pay-per-minute",
                "&filter[without_tags]=true",
                "&handle_messaging_profile_error=false",
                "&page[number]=400",
                "&page[size]=250",
                "&sort=purchased_at");
    }

    private static Golden listPhoneNumbersMessagingSettings() {
        ListPhoneNumbersMessagingSettingsQuery query = ListPhoneNumbersMessagingSettingsQuery.builder()
                .messagingProfileId("p1")
                .phoneNumber("+14165550100")
                .phoneNumberContains("416")
                .type(ListPhoneNumbersMessagingSettingsQuery.Type.LONGCODE)
                .pageNumber(1)
                .pageSize(250)
                .sortPhoneNumber(ListPhoneNumbersMessagingSettingsQuery.SortPhoneNumber.ASC)
                .build();
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
        ListPhoneNumbersVoiceSettingsQuery query = ListPhoneNumbersVoiceSettingsQuery.builder()
                .connectionNameContains("office")
                .customerReference("ref")
                .phoneNumber("416")
                .voiceUsagePaymentMethod(UsagePaymentMethod.CHANNEL)
                .pageNumber(1)
                .pageSize(250)
                .sort(NumberSort.CONNECTION_NAME)
                .build();
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
        ListAvailablePhoneNumbersQuery query = ListAvailablePhoneNumbersQuery.builder()
                .administrativeArea("ON")
                .bestEffort(false)
                .countryCode("CA")
                .excludeHeldNumbers(true)
                .features(List.of(NumberFeature.SMS, NumberFeature.VOICE))
                .limit(10)
                .locality("Montréal")
                .nationalDestinationCode("416")
                .phoneNumberContains("55")
                .phoneNumberEndsWith("00")
                .phoneNumberStartsWith("+1416")
                .phoneNumberType(NumberType.LOCAL)
                .quickship(true)
                .rateCenter("TORONTO")
                .reservable(true)
                .build();
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
        ListNumberOrdersQuery query = ListNumberOrdersQuery.builder()
                .createdAtGt(OffsetDateTime.parse("2026-01-01T00:00:00+01:00"))
                .createdAtLt(OffsetDateTime.parse("2026-02-01T00:00:00Z"))
                .customerReference("ref/1?")
                .phoneNumbersCount(2)
                .requirementsMet(true)
                .status(NumberOrderStatus.PENDING)
                .pageNumber(1)
                .pageSize(250)
                .build();
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

    private static Golden listMessagingOptOuts() {
        ListMessagingOptOutsQuery query = ListMessagingOptOutsQuery.builder()
                .createdAtGte(OffsetDateTime.parse("2026-01-01T00:00:00+01:00"))
                .createdAtLte(OffsetDateTime.parse("2026-02-01T00:00:00Z"))
                .from("+14165550100")
                .messagingProfileId("p1")
                .pageNumber(1)
                .pageSize(250)
                .redactionEnabled("true")
                .build();
        return golden(
                "listMessagingOptOuts",
                client -> new MessagingOptOutsApi(client).listMessagingOptOuts(query),
                "/v2/messaging_optouts",
                "?created_at[gte]=2026-01-01T00%3A00%3A00%2B01%3A00",
                "&created_at[lte]=2026-02-01T00%3A00%3A00Z",
                "&filter[from]=%2B14165550100",
                "&filter[messaging_profile_id]=p1",
                "&page[number]=1",
                "&page[size]=250",
                "&redaction_enabled=true");
    }

    private static Golden listDetailRecords() {
        ListDetailRecordsQuery query = ListDetailRecordsQuery.builder()
                .dateRange(ListDetailRecordsQuery.DateRange.YESTERDAY)
                .recordType(DetailRecordType.MESSAGING)
                .pageNumber(1)
                .pageSize(50)
                .sort(List.of("created_at", "-cost"))
                .build();
        return golden(
                "listDetailRecords",
                client -> new DetailRecordsApi(client).listDetailRecords(query),
                "/v2/detail_records",
                "?filter[date_range]=yesterday",
                "&filter[record_type]=messaging",
                "&page[number]=1",
                "&page[size]=50",
                "&sort=created_at,-cost");
    }

    private static Golden lookUpNumber() {
        LookUpNumberQuery query =
                LookUpNumberQuery.builder().type(LookupType.CARRIER).build();
        return golden(
                "lookUpNumber",
                client -> new NumberLookupApi(client).lookUpNumber("+14165550100", query),
                "/v2/number_lookup/%2B14165550100",
                "?type=carrier");
    }

    private static Golden listNumberReservations() {
        ListNumberReservationsQuery query = ListNumberReservationsQuery.builder()
                .createdAtGt("2026-01-01T00:00:00Z")
                .createdAtLt("2026-02-01T00:00:00Z")
                .customerReference("ref")
                .phoneNumbersPhoneNumber("+14165550100")
                .status(NumberReservationStatus.PENDING)
                .pageNumber(1)
                .pageSize(250)
                .build();
        return golden(
                "listNumberReservations",
                client -> new NumberReservationsApi(client).listNumberReservations(query),
                "/v2/number_reservations",
                "?filter[created_at][gt]=2026-01-01T00%3A00%3A00Z",
                "&filter[created_at][lt]=2026-02-01T00%3A00%3A00Z",
                "&filter[customer_reference]=ref",
                "&filter[phone_numbers.phone_number]=%2B14165550100",
                "&filter[status]=pending",
                "&page[number]=1",
                "&page[size]=250");
    }

    private static Golden listConferences() {
        ListConferencesQuery query = ListConferencesQuery.builder()
                .applicationNameContains("ivr")
                .applicationSessionId("s1")
                .connectionId("c1")
                .failed(false)
                .from("+14165550100")
                .legId("l1")
                .name("Monday")
                .occurredAtEq("2026-01-01T00:00:00Z")
                .occurredAtGt("2026-01-02T00:00:00Z")
                .occurredAtGte("2026-01-03T00:00:00Z")
                .occurredAtLt("2026-01-04T00:00:00Z")
                .occurredAtLte("2026-01-05T00:00:00Z")
                .outboundOutboundVoiceProfileId("o1")
                .product(ListConferencesQuery.Product.fromValue("texml"))
                .status(ConferenceStatus.COMPLETED)
                .to("+14165550199")
                .type(ListConferencesQuery.Type.fromValue("webhook"))
                .pageAfter("a")
                .pageBefore("b")
                .pageLimit(20)
                .pageNumber(1)
                .pageSize(250)
                .region(ConferenceRegion.US)
                .build();
        return golden(
                "listConferences",
                client -> new ConferencesApi(client).listConferences(query),
                "/v2/conferences",
                "?filter[application_name][contains]=ivr",
                "&filter[application_session_id]=s1",
                "&filter[connection_id]=c1",
                "&filter[failed]=false",
                "&filter[from]=%2B14165550100",
                "&filter[leg_id]=l1",
                "&filter[name]=Monday",
                "&filter[occurred_at][eq]=2026-01-01T00%3A00%3A00Z",
                "&filter[occurred_at][gt]=2026-01-02T00%3A00%3A00Z",
                "&filter[occurred_at][gte]=2026-01-03T00%3A00%3A00Z",
                "&filter[occurred_at][lt]=2026-01-04T00%3A00%3A00Z",
                "&filter[occurred_at][lte]=2026-01-05T00%3A00%3A00Z",
                "&filter[outbound.outbound_voice_profile_id]=o1",
                "&filter[product]=texml",
                "&filter[status]=completed",
                "&filter[to]=%2B14165550199",
                "&filter[type]=webhook",
                "&page[after]=a",
                "&page[before]=b",
                "&page[limit]=20",
                "&page[number]=1",
                "&page[size]=250",
                "&region=US");
    }

    private static Golden retrieveConference() {
        RetrieveConferenceQuery query =
                RetrieveConferenceQuery.builder().region(ConferenceRegion.US).build();
        return golden(
                "retrieveConference",
                client -> new ConferencesApi(client).retrieveConference("c1", query),
                "/v2/conferences/c1",
                "?region=US");
    }

    private static Golden listConferenceParticipants() {
        ListConferenceParticipantsQuery query = ListConferenceParticipantsQuery.builder()
                .muted(true)
                .onHold(false)
                .whispering(true)
                .pageAfter("a")
                .pageBefore("b")
                .pageLimit(20)
                .pageNumber(1)
                .pageSize(250)
                .region(ConferenceRegion.US)
                .build();
        return golden(
                "listConferenceParticipants",
                client -> new ConferencesApi(client).listConferenceParticipants("c1", query),
                "/v2/conferences/c1/participants",
                "?filter[muted]=true",
                "&filter[on_hold]=false",
                "&filter[whispering]=true",
                "&page[after]=a",
                "&page[before]=b",
                "&page[limit]=20",
                "&page[number]=1",
                "&page[size]=250",
                "&region=US");
    }

    private static Golden golden(String operationId, Consumer<ApiClient> call, String... target) {
        return new Golden(operationId, call, List.of(target));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theRequestLine_isExactly(Golden golden) throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":[]}"))) {
            golden.call().accept(wire.client());

            assertThat(wire.server().awaitRequest().requestLine())
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
    void aQueryOnWhichNothingIsSet_addsNothing() {
        assertThat(query(builder())).isEmpty();
        assertThat(query(builder().pageSize(null))).isEmpty();
        assertThat(query(builder().pageSize(20).pageSize(null))).isEmpty();
        assertThat(query(builder().countryIsoAlpha2(List.of()))).isEmpty();
        assertThat(query(builder().putAdditionalProperty("filter[new]", List.of())))
                .isEmpty();
    }

    @Test
    void aParameterThatIsSetAgain_replacesWhatItHad() {
        assertThat(query(builder().pageNumber(1).pageSize(20).pageNumber(2)))
                .isEqualTo("?page[number]=2&page[size]=20");
    }

    @Test
    void aParameterThatTheSpecificationDoesNotHave_isSentAsItIsNamed() {
        assertThat(query(builder().putAdditionalProperty("filter[neü][a&b]", "1=2#3")))
                .isEqualTo("?filter[ne%C3%BC][a%26b]=1%3D2%233");
        assertThat(query(builder().putAdditionalProperty("tag[]", List.of("a", "b"))))
                .isEqualTo("?tag[]=a&tag[]=b");
    }

    @Test
    void aCommaWithinAnItem_isNotTheCommaBetweenItems() {
        assertThat(query(builder().countryIsoAlpha2(List.of("A,B", "C"))))
                .isEqualTo("?filter[country_iso_alpha2]=A%2CB,C");
    }

    @Test
    void aListThatChangesAfterwards_doesNotChangeTheQuery() {
        List<String> countries = Arrays.asList("CA", "US");
        ListPhoneNumbersQuery.Builder query = builder().countryIsoAlpha2(countries);
        countries.set(0, "DE");

        assertThat(query(query)).isEqualTo("?filter[country_iso_alpha2]=CA,US");
    }

    @Test
    void whatIsSet_isNamedByToStringWithoutItsValue() {
        assertThat(builder().phoneNumber("14165550100").pageSize(20).build())
                .hasToString("ListPhoneNumbersQuery{filter[phone_number], page[size]}");
    }

    private static ListPhoneNumbersQuery.Builder builder() {
        return ListPhoneNumbersQuery.builder();
    }

    private static String query(ListPhoneNumbersQuery.Builder query) {
        RecordingClient recorder = new RecordingClient("{}");
        new PhoneNumbersApi(recorder).listPhoneNumbers(query.build());
        return recorder.lastLine().substring("GET /phone_numbers".length());
    }
}
