package org.telnyx4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of merging, for every field and every way in which the levels can have it or not. It finds the fields by
 * itself, so one that is added later cannot be forgotten.
 */
class MessagingDefaultsTest {
    private static final RecordComponent[] FIELDS = MessagingDefaults.class.getRecordComponents();
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
                List<MessagingDefaults> levels = new ArrayList<>();
                for (int level = CALL; level <= BUILT_IN; level++) {
                    levels.add(layer(level, field, isSet(way, level), isSet(others, level)));
                }
                MessagingDefaults merged = MessagingDefaults.merge(levels.toArray(MessagingDefaults[]::new));
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
        MessagingDefaults[][] layers = new MessagingDefaults[3][subsets];
        for (int level = 0; level < 3; level++) {
            for (int subset = 0; subset < subsets; subset++) {
                layers[level][subset] = subset(level, subset);
            }
        }
        for (MessagingDefaults a : layers[0]) {
            for (MessagingDefaults b : layers[1]) {
                MessagingDefaults ahead = MessagingDefaults.merge(a, b);
                for (MessagingDefaults c : layers[2]) {
                    MessagingDefaults left = MessagingDefaults.merge(ahead, c);
                    MessagingDefaults right = MessagingDefaults.merge(a, MessagingDefaults.merge(b, c));
                    if (!left.equals(right) || !left.equals(MessagingDefaults.merge(a, b, c))) {
                        throw new AssertionError("not associative for " + a + ", " + b + ", " + c);
                    }
                }
            }
        }
    }

    @Test
    void aLevelThatSaysNothingChangesNothing() throws Exception {
        for (int subset = 0; subset < 1 << FIELDS.length; subset++) {
            MessagingDefaults layer = subset(0, subset);
            assertThat(MessagingDefaults.merge(layer, MessagingDefaults.EMPTY)).isEqualTo(layer);
            assertThat(MessagingDefaults.merge(MessagingDefaults.EMPTY, layer)).isEqualTo(layer);
            assertThat(MessagingDefaults.merge(layer, layer)).isEqualTo(layer);
        }
        assertThat(MessagingDefaults.merge()).isEqualTo(MessagingDefaults.EMPTY);
    }

    @Test
    void itShowsWhichFieldsAreSetAndNothingPrivate() {
        assertThat(new MessagingDefaults("+14165550199", "profile", "https://example.com/secret", null, "app", null))
                .hasToString(
                        "MessagingDefaults[from set, messagingProfileId set, webhookUrl set, webhookFailoverUrl not"
                                + " set, connectionId set, correlateSends not set]");
    }

    private static MessagingDefaults layer(int level, int field, boolean set, boolean othersSet) throws Exception {
        int subset = 0;
        for (int each = 0; each < FIELDS.length; each++) {
            subset |= (each == field ? set : othersSet) ? 1 << each : 0;
        }
        return subset(level, subset);
    }

    private static MessagingDefaults subset(int level, int subset) throws Exception {
        @Nullable Object[] values = new Object[FIELDS.length];
        for (int each = 0; each < FIELDS.length; each++) {
            values[each] = isSet(subset, each) ? value(each, level) : null;
        }
        Class<?>[] types = Arrays.stream(FIELDS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return MessagingDefaults.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static boolean isSet(int bits, int number) {
        return (bits & (1 << number)) != 0;
    }

    private static @Nullable Object read(MessagingDefaults layer, int field) throws Exception {
        return FIELDS[field].getAccessor().invoke(layer);
    }

    /** A value of its own for each field and level, as far as the field has that many. */
    private static Object value(int field, int level) {
        if (FIELDS[field].getType() == Boolean.class) {
            return level % 2 == 0;
        }
        return "value " + (1 + field * LEVELS + level);
    }
}
