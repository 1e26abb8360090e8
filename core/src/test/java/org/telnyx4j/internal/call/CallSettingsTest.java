package org.telnyx4j.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.testing.MergeLaw;

class CallSettingsTest {
    /** For all fields but the headers, which merge by their names. */
    private final MergeLaw<CallSettings> law = MergeLaw.of(
            CallSettings.class,
            CallSettings.class.getRecordComponents().length - 1,
            levels -> CallSettings.merge(levels.toArray(CallSettings[]::new)),
            CallSettingsTest::value);

    CallSettingsTest() throws ReflectiveOperationException {}

    @Test
    void eachFieldHasTheValueOfTheStrongestLevelThatSetsItWhateverTheOthersAre() throws Exception {
        law.checkThatTheStrongestLevelCounts();
    }

    /** Each field alone decides on itself, so levels with every subset of the fields say all there is to say. */
    @Test
    void mergingIsAssociativeForEverySubsetOfTheFieldsOnEveryLevel() throws Exception {
        law.checkThatMergingIsAssociative();
    }

    @Test
    void aLevelThatSaysNothingChangesNothing() throws Exception {
        law.checkThatEmptySettingsChangeNothing(CallSettings.EMPTY);
    }

    @Test
    void whatIsBuiltInIsADeadlineOfTenSecondsAndTwoRetriesAndNothingElse() {
        assertThat(CallSettings.BUILT_IN)
                .isEqualTo(new CallSettings(null, Duration.ofSeconds(10), RetryOptions.defaults()));
    }

    @Test
    void headersMergeByTheirNamesInAnyCase() {
        CallSettings call =
                CallSettings.of(RequestOptions.builder().header("X-One", "call").build());
        CallSettings client = CallSettings.of(RequestOptions.builder()
                .header("x-one", "client")
                .header("X-Two", "client")
                .build());
        assertThat(CallSettings.merge(call, client).headers())
                .containsExactly(Map.entry("X-Two", "client"), Map.entry("X-One", "call"));
        assertThat(CallSettings.of(RequestOptions.none())).isEqualTo(CallSettings.EMPTY);
    }

    @Test
    void itShowsNothingPrivate() {
        assertThat(new CallSettings(() -> "KEY0189ABCDEF", null, null))
                .hasToString("CallSettings[apiKey set, timeout=null, retries=null]");
    }

    private static Object value(Class<?> type, int level, int number) {
        if (type == String.class) {
            return "value " + number;
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(number);
        }
        if (type == Supplier.class) {
            return new Key("key " + number);
        }
        if (type == RetryOptions.class) {
            return RetryOptions.builder().maxDelay(Duration.ofSeconds(number)).build();
        }
        throw new AssertionError("Teach this test values of " + type);
    }

    private record Key(String key) implements Supplier<String> {
        @Override
        public String get() {
            return key;
        }
    }
}
