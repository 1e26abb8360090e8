package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.PhoneNumberCost;
import org.telnyx4j.generated.model.PhoneNumberFeature;
import org.telnyx4j.sandbox.TestClient.Answer;

class AvailableNumbersTest {
    private static final TelnyxSandbox SANDBOX = TelnyxSandbox.start();

    private final TestClient client = new TestClient(SANDBOX);

    @AfterEach
    void reset() {
        SANDBOX.reset();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({"416,CA,ON,Toronto", "212,US,NY,New York", "415,US,CA,San Francisco"})
    void theStockHasTenNumbersInAnAreaCodeThatKnowWhereTheyAre(
            String areaCode, String country, String state, String city) throws IOException {
        Answer answer = search("filter[national_destination_code]=" + areaCode);

        assertThat(answer.all("phone_number"))
                .hasSize(10)
                .allSatisfy(number -> assertThat(number).startsWith("+1" + areaCode));
        JsonNode first = answer.data().get(0);
        assertThat(first.get("record_type").textValue()).isEqualTo("available_phone_number");
        assertThat(first.get("region_information").toString())
                .contains("{\"region_name\":\"" + country + "\",\"region_type\":\"country_code\"}")
                .contains("{\"region_name\":\"" + state + "\",\"region_type\":\"state\"}")
                .contains("{\"region_name\":\"" + city + "\",\"region_type\":\"location\"}");
        assertThat(first.at("/cost_information/currency").textValue()).isEqualTo("USD");
        assertThat(answer.json().at("/meta/total_results").intValue()).isEqualTo(10);
        assertThat(answer.json().get("metadata")).isEqualTo(answer.json().get("meta"));
    }

    @Test
    void pinningTheWrongCountryFindsNothingInToronto() throws IOException {
        assertThat(search("filter[national_destination_code]=416", "filter[country_code]=US")
                        .all("phone_number"))
                .isEmpty();
    }

    @Test
    void anAddedNumberIsFoundBeforeTheStock() throws IOException {
        SANDBOX.numbers().addAvailable("+14165550188");

        assertThat(search("filter[national_destination_code]=416", "filter[limit]=2")
                        .all("phone_number"))
                .containsExactly("+14165550188", "+14165550110");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[administrative_area]=on           | +14165550142
            filter[locality]=toronto                 | +14165550142
            filter[rate_center]=TORONTO              | +14165550142
            filter[country_code]=GB                  | +442075550143
            filter[phone_number_type]=toll_free      | +18335550141
            filter[phone_number][starts_with]=+1416  | +14165550142
            filter[phone_number][starts_with]=416    | +14165550142
            filter[phone_number][ends_with]=0143     | +442075550143
            filter[phone_number][contains]=3355501   | +18335550141
            filter[national_destination_code]=20     | +442075550143
            filter[features]=sms,emergency           | +14165550142,+442075550143
            filter[features][]=emergency             | +18335550141,+14165550142,+442075550143
            filter[features]=hd_voice                | +14165550142,+442075550143
            filter[limit]=1                          | +18335550141
            filter[best_effort]=false                | +18335550141,+14165550142,+442075550143
            filter[reservable]=true                  | +18335550141,+14165550142,+442075550143
            filter[quickship]=true                   | +18335550141,+14165550142,+442075550143
            filter[exclude_held_numbers]=true        | +18335550141,+14165550142,+442075550143
            filter[area_code]=416                    | +18335550141,+14165550142,+442075550143
            filter={"locality":"Toronto"}            | +18335550141,+14165550142,+442075550143
            filter[phone_number.starts_with]=416     | +18335550141,+14165550142,+442075550143
            """)
    void eachFilterFindsItsNumbersAndAnUnknownOneIsIgnored(String query, String numbers) throws IOException {
        SANDBOX.numbers().clearAvailable();
        for (String number : List.of("+18335550141", "+14165550142", "+442075550143")) {
            SANDBOX.numbers().addAvailable(number);
        }

        assertThat(search(query).all("phone_number")).containsExactly(numbers.split(","));
    }

    @Test
    void aListThatIsNotOneValueWithCommasIsIgnored() throws IOException {
        Answer repeated =
                search("filter[national_destination_code]=833", "filter[features]=fax", "filter[features]=sms");

        assertThat(repeated.all("phone_number")).hasSize(10);
        assertThat(SANDBOX.requests().get(0).ignoredParameters()).containsExactly("filter[features]");
    }

    @ParameterizedTest
    @CsvSource({
        "filter[features],'sms,smoke',10032",
        "filter[phone_number_type],huge,10032",
        "filter[limit],0,10033",
        "filter[limit],many,10033",
        "filter[best_effort],maybe,10026"
    })
    void aFilterThatCannotBeReadIsRefused(String name, String value, String code) throws IOException {
        Answer answer = search(name + "=" + value);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.error().at("/source/parameter").textValue()).isEqualTo(name);
    }

    @Test
    void aNumberHasTheFeaturesAndThePriceThatItWasGiven() throws IOException {
        SANDBOX.numbers().clearAvailable();
        SANDBOX.numbers()
                .addAvailable(AvailablePhoneNumber.builder()
                        .phoneNumber("+14165550142")
                        .features(
                                List.of(PhoneNumberFeature.builder().name("fax").build()))
                        .costInformation(PhoneNumberCost.builder()
                                .currency("CAD")
                                .monthlyCost("7.50")
                                .build())
                        .build());

        JsonNode found = search("filter[features]=fax", "filter[locality]=Toronto")
                .data()
                .get(0);

        assertThat(found.at("/cost_information/monthly_cost").textValue()).isEqualTo("7.50");
        assertThat(search("filter[features]=sms").all("phone_number")).isEmpty();
    }

    @Test
    void withBestEffortNumbersOfOtherPlacesFollow() throws IOException {
        Answer answer = search(
                "filter[national_destination_code]=416",
                "filter[country_code]=CA",
                "filter[best_effort]=true",
                "filter[limit]=12");
        SANDBOX.numbers().addAvailable("+16045550110");
        Answer more =
                search("filter[national_destination_code]=416", "filter[country_code]=CA", "filter[best_effort]=true");

        assertThat(answer.all("phone_number")).hasSize(10);
        assertThat(more.all("phone_number")).hasSize(11).endsWith("+16045550110");
        assertThat(more.json().at("/meta/best_effort_results").intValue()).isEqualTo(1);
        assertThat(more.data().get(10).get("best_effort").booleanValue()).isTrue();
    }

    @Test
    void theUnitedKingdomHasMobileNumbers() throws IOException {
        assertThat(search("filter[country_code]=GB", "filter[phone_number_type]=mobile")
                        .all("phone_number"))
                .hasSize(10)
                .allSatisfy(number -> assertThat(number).startsWith("+447700900"));
    }

    @ParameterizedTest
    @CsvSource({"starts_with,555", "contains,5550142", "ends_with,0142"})
    void withAnAreaCodeThePatternLooksAtTheRestOnly(String pattern, String digits) throws IOException {
        SANDBOX.numbers().clearAvailable();
        SANDBOX.numbers().addAvailable("+14165550142");
        String areaCode = "filter[national_destination_code]=416";
        String filter = "filter[phone_number][" + pattern + "]=";

        assertThat(search(areaCode, filter + digits).all("phone_number")).containsExactly("+14165550142");
        assertThat(search(areaCode, filter + "416").all("phone_number")).isEmpty();
    }

    @Test
    void anEmptyStockIsAnEmptyAnswer() throws IOException {
        SANDBOX.numbers().clearAvailable();

        Answer answer = search("filter[national_destination_code]=416");

        assertThat(answer.all("phone_number")).isEmpty();
        assertThat(answer.json().at("/meta/total_results").intValue()).isZero();
        assertThat(SANDBOX.numbers().available()).isEmpty();
    }

    @Test
    void aNumberThatSomebodyElseWillBuyIsStillFound() throws IOException {
        SANDBOX.numbers().clearAvailable();
        SANDBOX.numbers().loseToAnotherBuyer("+14165550142");

        assertThat(search().all("phone_number")).containsExactly("+14165550142");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14165550142", "+1 416 555 0142", "416"})
    void aNumberThatIsNotE164CannotBeSetUp(String number) {
        SandboxNumbers numbers = SANDBOX.numbers();

        assertThatThrownBy(() -> numbers.addAvailable(number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers.own(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberOfTheAccountCannotBeForSale() {
        SANDBOX.numbers().own("+14165550110");

        assertThat(SANDBOX.numbers().available()).doesNotContain("+14165550110");
        assertThatThrownBy(() -> SANDBOX.numbers().addAvailable("+14165550110"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4165550110");
    }

    private Answer search(String... query) throws IOException {
        return client.list("/available_phone_numbers", query);
    }
}
