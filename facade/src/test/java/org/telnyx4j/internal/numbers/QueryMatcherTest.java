package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.PhoneNumberFeature;
import org.telnyx4j.generated.model.PhoneNumberRegion;
import org.telnyx4j.generated.model.PhoneNumberRegion.RegionType;
import org.telnyx4j.numbers.AvailableNumber;

/** A filter that the server ignored does not buy a wrong number: the rows of criterion and number. */
class QueryMatcherTest {
    private static final String TORONTO = "+14165550101";

    @Test
    void anEmptyQueryMatchesEveryNumber() {
        assertThat(matches(query -> {}, number(TORONTO))).isTrue();
        assertThat(matches(query -> {}, number("+4930123456"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "+17792------", "4165550101"})
    void whatIsNoWholeNumberNeverMatches(String phoneNumber) {
        assertThat(matches(query -> {}, number(phoneNumber))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "416, +14165550101, true",
        "416, +16475550101, false",
        "416, +12124165555, false",
        "30, +4930123456, true",
        "30, +49201234567, false",
        "30, +353301234567, true",
    })
    void theAreaCodeFollowsTheCountryCode(String areaCode, String phoneNumber, boolean expected) {
        assertThat(matches(query -> query.nationalDestinationCode(areaCode), number(phoneNumber)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ", +1416, true",
        ", +1647, false",
        ", 1416, true",
        ", 416, true",
        ", 41655, true",
        ", 555, false",
        "416, 555, true",
        "416, 556, false",
        "416, 416, false",
        "416, 416555, true",
        "416, +1416, true",
        "416, +1416556, false",
        ", 416JKL, true",
        ", 416jkl, true",
        ", 41*0101, true",
    })
    void aNumberBeginsLikeThis(@Nullable String areaCode, String start, boolean expected) {
        assertThat(matches(
                        query -> query.nationalDestinationCode(areaCode).phoneNumberStartsWith(start), number(TORONTO)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0101, true", "0102, false", "14165550101, true", "1*1, true", "2*1, false"})
    void aNumberEndsLikeThis(String end, boolean expected) {
        assertThat(matches(query -> query.phoneNumberEndsWith(end), number(TORONTO)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ", 555, true",
        ", 1655, true",
        ", 777, false",
        ", +1416, true",
        ", +416, false",
        "416, 555, true",
        "416, 4165, false",
        "416, 0101, true",
    })
    void aNumberHasThisInIt(@Nullable String areaCode, String part, boolean expected) {
        assertThat(matches(query -> query.nationalDestinationCode(areaCode).phoneNumberContains(part), number(TORONTO)))
                .isEqualTo(expected);
    }

    @Test
    void everyFeatureMustBeThere() {
        Consumer<ListAvailablePhoneNumbersQuery.Builder> both =
                query -> query.features(List.of(NumberFeature.SMS, NumberFeature.VOICE));
        assertThat(matches(both, number(TORONTO, "sms", "mms", "voice"))).isTrue();
        assertThat(matches(both, number(TORONTO, "sms", "mms"))).isFalse();
        // A number of which nothing is known is not bought.
        assertThat(matches(both, number(TORONTO))).isFalse();
    }

    @Test
    void theCountryIsThatOfTheResponseOrElseOfTheCountryCode() {
        Consumer<ListAvailablePhoneNumbersQuery.Builder> canada = query -> query.countryCode("CA");
        assertThat(matches(canada, in(RegionType.COUNTRY_CODE, "CA"))).isTrue();
        assertThat(matches(canada, in(RegionType.COUNTRY_CODE, "US"))).isFalse();
        assertThat(matches(canada, number(TORONTO))).isTrue();
        assertThat(matches(canada, number("+4930123456"))).isFalse();
    }

    @Test
    void theTypeIsThatOfTheResponseOrElseOfTheNumberInNorthAmerica() {
        Consumer<ListAvailablePhoneNumbersQuery.Builder> tollFree =
                query -> query.phoneNumberType(NumberType.TOLL_FREE);
        Consumer<ListAvailablePhoneNumbersQuery.Builder> local = query -> query.phoneNumberType(NumberType.LOCAL);
        assertThat(matches(tollFree, number("+18005550101"))).isTrue();
        assertThat(matches(tollFree, number(TORONTO))).isFalse();
        assertThat(matches(local, number(TORONTO))).isTrue();
        assertThat(matches(local, number("+18885550101"))).isFalse();
        AvailableNumber mobile = new AvailableNumber(
                AvailablePhoneNumber.builder()
                        .phoneNumber("+491701234567")
                        .putAdditionalProperty("phone_number_type", "mobile")
                        .build(),
                null);
        assertThat(matches(query -> query.phoneNumberType(NumberType.MOBILE), mobile))
                .isTrue();
        assertThat(matches(local, mobile)).isFalse();
    }

    @Test
    void aPlaceMustNotBeAnotherOne() {
        Consumer<ListAvailablePhoneNumbersQuery.Builder> saintJohns = query -> query.locality("Saint John's");
        assertThat(matches(saintJohns, in(RegionType.LOCATION, "SAINT JOHNS"))).isTrue();
        assertThat(matches(saintJohns, in(RegionType.LOCATION, "TORONTO"))).isFalse();
        assertThat(matches(saintJohns, number(TORONTO))).isTrue();
        assertThat(matches(query -> query.administrativeArea("ON"), in(RegionType.STATE, "QC")))
                .isFalse();
        assertThat(matches(query -> query.rateCenter("TORONTO"), in(RegionType.RATE_CENTER, "OTTAWA-HULL")))
                .isFalse();
    }

    @Test
    void aNumberThatTheServerCallsLaterOrNotReservableIsNotOneThatIsAtOnceOrReservable() {
        AvailableNumber later = new AvailableNumber(
                AvailablePhoneNumber.builder()
                        .phoneNumber("+18005550101")
                        .quickship(false)
                        .reservable(false)
                        .build(),
                null);
        assertThat(matches(query -> query.quickship(true), later)).isFalse();
        assertThat(matches(query -> query.reservable(true), later)).isFalse();
        assertThat(matches(query -> query.quickship(false).reservable(false), later))
                .isTrue();
    }

    @Test
    void aNearMissMatchesOnlyWhereNearMissesAreAskedForAndThenItsFeaturesStillCount() {
        AvailableNumber near = new AvailableNumber(
                AvailablePhoneNumber.builder()
                        .phoneNumber("+16475550101")
                        .bestEffort(true)
                        .addFeature(PhoneNumberFeature.builder().name("sms").build())
                        .build(),
                null);
        assertThat(matches(query -> {}, near)).isFalse();
        Consumer<ListAvailablePhoneNumbersQuery.Builder> nearMisses =
                query -> query.nationalDestinationCode("416").bestEffort(true);
        assertThat(matches(nearMisses, near)).isTrue();
        assertThat(matches(nearMisses.andThen(query -> query.addFeature(NumberFeature.VOICE)), near))
                .isFalse();
        assertThat(matches(nearMisses.andThen(query -> query.phoneNumberType(NumberType.TOLL_FREE)), near))
                .isFalse();
    }

    private static boolean matches(Consumer<ListAvailablePhoneNumbersQuery.Builder> criteria, AvailableNumber number) {
        ListAvailablePhoneNumbersQuery.Builder query = ListAvailablePhoneNumbersQuery.builder();
        criteria.accept(query);
        return new QueryMatcher(query.build()).matches(number);
    }

    private static AvailableNumber in(RegionType level, String name) {
        return new AvailableNumber(
                AvailablePhoneNumber.builder()
                        .phoneNumber(TORONTO)
                        .addRegionInformation(PhoneNumberRegion.builder()
                                .regionType(level)
                                .regionName(name)
                                .build())
                        .build(),
                null);
    }

    private static AvailableNumber number(String phoneNumber, String... features) {
        AvailablePhoneNumber.Builder raw = AvailablePhoneNumber.builder().phoneNumber(phoneNumber);
        for (String feature : features) {
            raw.addFeature(PhoneNumberFeature.builder().name(feature).build());
        }
        return new AvailableNumber(raw.build(), null);
    }
}
