package org.telnyx4j.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Result;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.PhoneNumberRegion.RegionType;

/** Results of the operations on numbers, stored as JSON and read back. */
class NumberResultsTest {
    private static final String NUMBER = "+14165550101";

    @Test
    void everyResultIsStoredAsTelnyxSentItAndReadBackEqual() throws Exception {
        String json = "{\"id\":\"1\",\"phone_number\":\"" + NUMBER + "\",\"status\":\"active\",\"of_the_future\":[1]}";
        List<Function<String, Result<?>>> readers = List.of(
                AvailableNumber::fromJson,
                OwnedNumber::fromJson,
                ReleasedNumber::fromJson,
                OrderedNumber::fromJson,
                NumberMessagingSettings::fromJson,
                NumberVoiceSettings::fromJson);
        ObjectMapper jackson = new ObjectMapper();
        for (Function<String, Result<?>> reader : readers) {
            Result<?> result = reader.apply(json);
            assertThat(jackson.readTree(result.toJson())).isEqualTo(jackson.readTree(json));
            assertThat(jackson.writeValueAsString(result)).isEqualTo(result.toJson());
            assertThat(jackson.readValue(json, result.getClass()))
                    .isEqualTo(result)
                    .hasSameHashCodeAs(result);
            assertThat(result.requestId()).isEmpty();
            assertThat(result).asString().contains("+1416***0101").doesNotContain(NUMBER);
        }
    }

    @Test
    void anOrderKnowsWhetherItHasEnded() {
        assertThat(order("pending").isFinal()).isFalse();
        assertThat(order("success").isFinal()).isTrue();
        assertThat(order("failure").isFinal()).isTrue();
        assertThat(order("of-the-future").isFinal()).isFalse();
        assertThat(NumberOrderResult.fromJson("{}").status()).isEqualTo(NumberOrderStatus.PENDING);
    }

    @Test
    void aNumberForSaleHasFeaturesRegionsAndAPriceAsFarAsTheyCanBeRead() {
        AvailableNumber number = AvailableNumber.fromJson("""
                {"phone_number":"+14165550101","features":[{"name":"sms"},{}],
                 "region_information":[{"region_type":"state","region_name":"ON"},{"region_type":"location"}],
                 "cost_information":{"upfront_cost":"1.00","monthly_cost":"a lot","currency":"USD"}}
                """);
        assertThat(number.features()).containsExactly(NumberFeature.SMS);
        assertThat(number.regions()).containsExactly(new NumberRegion(RegionType.STATE, "ON"));
        assertThat(number.region(RegionType.STATE)).contains("ON");
        assertThat(number.price().orElseThrow().upfront()).hasToString("Optional[1.00]");
        assertThat(number.price().orElseThrow().monthly()).isEmpty();
    }

    private static NumberOrderResult order(String status) {
        return NumberOrderResult.fromJson("{\"status\":\"" + status + "\"}");
    }
}
