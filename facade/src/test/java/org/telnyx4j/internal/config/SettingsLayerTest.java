package org.telnyx4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.RetryOptions;

/**
 * The law of merging, for every field and every way in which the levels can have it or not. It finds the fields by
 * itself, so one that is added later cannot be forgotten.
 */
class SettingsLayerTest {
    private static final RecordComponent[] FIELDS = SettingsLayer.class.getRecordComponents();
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
                List<SettingsLayer> levels = new ArrayList<>();
                for (int level = CALL; level <= BUILT_IN; level++) {
                    levels.add(layer(level, field, isSet(way, level), isSet(others, level)));
                }
                SettingsLayer merged = SettingsLayer.merge(levels.toArray(SettingsLayer[]::new));
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
        SettingsLayer[][] layers = new SettingsLayer[3][subsets];
        for (int level = 0; level < 3; level++) {
            for (int subset = 0; subset < subsets; subset++) {
                layers[level][subset] = subset(level, subset);
            }
        }
        for (SettingsLayer a : layers[0]) {
            for (SettingsLayer b : layers[1]) {
                SettingsLayer ahead = SettingsLayer.merge(a, b);
                for (SettingsLayer c : layers[2]) {
                    SettingsLayer left = SettingsLayer.merge(ahead, c);
                    SettingsLayer right = SettingsLayer.merge(a, SettingsLayer.merge(b, c));
                    if (!left.equals(right) || !left.equals(SettingsLayer.merge(a, b, c))) {
                        throw new AssertionError("not associative for " + a + ", " + b + ", " + c);
                    }
                }
            }
        }
    }

    @Test
    void aLevelThatSaysNothingChangesNothing() throws Exception {
        for (int subset = 0; subset < 1 << FIELDS.length; subset++) {
            SettingsLayer layer = subset(0, subset);
            assertThat(SettingsLayer.merge(layer, SettingsLayer.EMPTY)).isEqualTo(layer);
            assertThat(SettingsLayer.merge(SettingsLayer.EMPTY, layer)).isEqualTo(layer);
            assertThat(SettingsLayer.merge(layer, layer)).isEqualTo(layer);
        }
        assertThat(SettingsLayer.merge()).isEqualTo(SettingsLayer.EMPTY);
    }

    @Test
    void whatIsBuiltInIsADeadlineOfTenSecondsAndTwoRetriesAndNothingElse() {
        assertThat(SettingsLayer.BUILT_IN)
                .isEqualTo(new SettingsLayer(
                        null, null, null, null, null, null, Duration.ofSeconds(10), RetryOptions.defaults()));
    }

    @Test
    void itsTextTellsWhichFieldsAreSetAndNothingPrivate() {
        SettingsLayer layer = new SettingsLayer(
                () -> "KEY0189ABCDEF", "+14165550199", "profile", "https://example.com/secret", null, "app", null);
        assertThat(layer)
                .hasToString("SettingsLayer[apiKey set, from set, messagingProfileId set, webhookUrl set, "
                        + "webhookFailoverUrl not set, connectionId set, timeout=null, retries=null]");
    }

    private static SettingsLayer layer(int level, int field, boolean set, boolean othersSet) throws Exception {
        int subset = 0;
        for (int each = 0; each < FIELDS.length; each++) {
            subset |= (each == field ? set : othersSet) ? 1 << each : 0;
        }
        return subset(level, subset);
    }

    private static SettingsLayer subset(int level, int subset) throws Exception {
        @Nullable Object[] values = new Object[FIELDS.length];
        for (int each = 0; each < FIELDS.length; each++) {
            values[each] = isSet(subset, each) ? value(each, level) : null;
        }
        Class<?>[] types = Arrays.stream(FIELDS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return SettingsLayer.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static boolean isSet(int bits, int number) {
        return (bits & (1 << number)) != 0;
    }

    private static @Nullable Object read(SettingsLayer layer, int field) throws Exception {
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
