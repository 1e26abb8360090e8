package org.telnyx4j.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;

/**
 * The law of merging, for every field and every way in which the levels can have it or not. It finds the fields by
 * itself, so one that is added later cannot be forgotten.
 */
class CallSettingsTest {
    /** All but the headers, which merge by their names. */
    private static final RecordComponent[] FIELDS = Arrays.copyOf(
            CallSettings.class.getRecordComponents(), CallSettings.class.getRecordComponents().length - 1);

    private static final int CALL = 0;
    private static final int BUILT_IN = 3;
    private static final int LEVELS = 4;

    /** All 2^(4 levels) ways for one field while the other fields are set on the levels of a second number. */
    static IntStream ways() {
        return IntStream.range(0, 1 << LEVELS);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachFieldHasTheValueOfTheStrongestLevelThatSetsItWhateverTheOthersAre(int way) throws Exception {
        for (int field = 0; field < FIELDS.length; field++) {
            for (int others = 0; others < 1 << LEVELS; others++) {
                List<CallSettings> levels = new ArrayList<>();
                for (int level = CALL; level <= BUILT_IN; level++) {
                    levels.add(layer(level, field, isSet(way, level), isSet(others, level)));
                }
                CallSettings merged = CallSettings.merge(levels.toArray(CallSettings[]::new));
                for (int each = 0; each < FIELDS.length; each++) {
                    int set = each == field ? way : others;
                    @Nullable Object expected = set == 0 ? null : value(each, Integer.numberOfTrailingZeros(set));
                    assertThat(read(merged, each))
                            .as("%s, set on levels %s", FIELDS[each].getName(), Integer.toBinaryString(set))
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Each field alone decides on itself, so levels with every subset of the fields say all there is to say. */
    @Test
    void mergingIsAssociativeForEverySubsetOfTheFieldsOnEveryLevel() throws Exception {
        int subsets = 1 << FIELDS.length;
        CallSettings[][] layers = new CallSettings[3][subsets];
        for (int level = 0; level < 3; level++) {
            for (int subset = 0; subset < subsets; subset++) {
                layers[level][subset] = subset(level, subset);
            }
        }
        for (CallSettings a : layers[0]) {
            for (CallSettings b : layers[1]) {
                CallSettings ahead = CallSettings.merge(a, b);
                for (CallSettings c : layers[2]) {
                    CallSettings left = CallSettings.merge(ahead, c);
                    CallSettings right = CallSettings.merge(a, CallSettings.merge(b, c));
                    if (!left.equals(right) || !left.equals(CallSettings.merge(a, b, c))) {
                        throw new AssertionError("not associative for " + a + ", " + b + ", " + c);
                    }
                }
            }
        }
    }

    @Test
    void aLevelThatSaysNothingChangesNothing() throws Exception {
        for (int subset = 0; subset < 1 << FIELDS.length; subset++) {
            CallSettings layer = subset(0, subset);
            assertThat(CallSettings.merge(layer, CallSettings.EMPTY)).isEqualTo(layer);
            assertThat(CallSettings.merge(CallSettings.EMPTY, layer)).isEqualTo(layer);
            assertThat(CallSettings.merge(layer, layer)).isEqualTo(layer);
        }
        assertThat(CallSettings.merge()).isEqualTo(CallSettings.EMPTY);
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

    private static CallSettings layer(int level, int field, boolean set, boolean othersSet) throws Exception {
        int subset = 0;
        for (int each = 0; each < FIELDS.length; each++) {
            subset |= (each == field ? set : othersSet) ? 1 << each : 0;
        }
        return subset(level, subset);
    }

    private static CallSettings subset(int level, int subset) throws Exception {
        @Nullable Object[] values = new Object[FIELDS.length];
        for (int each = 0; each < FIELDS.length; each++) {
            values[each] = isSet(subset, each) ? value(each, level) : null;
        }
        Class<?>[] types = Arrays.stream(FIELDS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return CallSettings.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static boolean isSet(int bits, int number) {
        return (bits & (1 << number)) != 0;
    }

    private static @Nullable Object read(CallSettings layer, int field) throws Exception {
        return FIELDS[field].getAccessor().invoke(layer);
    }

    /** A value of its own for each field and level, equal to itself only. */
    private static Object value(int field, int level) {
        Class<?> type = FIELDS[field].getType();
        int number = 1 + field * LEVELS + level;
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
