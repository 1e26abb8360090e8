package org.telnyx4j.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The law of merging settings, for every field and every way in which the levels can have it or not. It finds the fields by
 * itself, so one that is added later cannot be forgotten.
 *
 * @param <S> the settings
 */
public final class MergeLaw<S extends Record> {
    private static final int LEVELS = 4;

    private final RecordComponent[] fields;
    private final Constructor<S> constructor;
    private final Function<List<S>, S> merge;
    private final Values values;

    private MergeLaw(Class<S> type, int fields, Function<List<S>, S> merge, Values values)
            throws ReflectiveOperationException {
        this.fields = Arrays.copyOf(type.getRecordComponents(), fields);
        Class<?>[] types =
                Arrays.stream(this.fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.constructor = type.getDeclaredConstructor(types);
        this.constructor.setAccessible(true);
        for (RecordComponent field : this.fields) {
            field.getAccessor().setAccessible(true);
        }
        this.merge = merge;
        this.values = values;
    }

    /** Creates values of fields. */
    @FunctionalInterface
    public interface Values {
        /**
         * Returns a value, equal to no other of its field as far as the field has that many.
         *
         * @param type the type of the field
         * @param level the level that it is for, 0 the strongest
         * @param number another number for each field and level
         */
        Object of(Class<?> type, int level, int number);
    }

    /**
     * Takes the settings.
     *
     * @param type their class, with a constructor for the first {@code fields} of its components
     * @param fields how many components merge by this law
     * @param merge merges levels, the strongest first
     * @param values creates values of the fields
     */
    public static <S extends Record> MergeLaw<S> of(
            Class<S> type, int fields, Function<List<S>, S> merge, Values values) throws ReflectiveOperationException {
        return new MergeLaw<>(type, fields, merge, values);
    }

    /** Checks that each field has the value of the strongest level that sets it, whatever the other fields are. */
    public void checkThatTheStrongestLevelCounts() throws ReflectiveOperationException {
        for (int field = 0; field < fields.length; field++) {
            for (int way = 0; way < 1 << LEVELS; way++) {
                for (int others = 0; others < 1 << LEVELS; others++) {
                    checkStrongest(field, way, others);
                }
            }
        }
    }

    /** One field is set on the levels of a number, and all others on those of a second number. */
    private void checkStrongest(int field, int way, int others) throws ReflectiveOperationException {
        List<S> levels = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            int subset = 0;
            for (int each = 0; each < fields.length; each++) {
                subset |= isSet(each == field ? way : others, level) ? 1 << each : 0;
            }
            levels.add(settings(level, subset));
        }
        S merged = merge.apply(levels);
        for (int each = 0; each < fields.length; each++) {
            int set = each == field ? way : others;
            Object expected = set == 0 ? null : value(each, Integer.numberOfTrailingZeros(set));
            Object found = fields[each].getAccessor().invoke(merged);
            if (!Objects.equals(found, expected)) {
                throw new AssertionError("expected " + expected + " and not " + found + " for " + fields[each].getName()
                        + ", set on levels " + Integer.toBinaryString(set));
            }
        }
    }

    /** Checks it with every subset of the fields on every level. */
    public void checkThatMergingIsAssociative() throws ReflectiveOperationException {
        List<S> strong = subsets(0);
        List<S> middle = subsets(1);
        List<S> weak = subsets(2);
        for (S a : strong) {
            for (S b : middle) {
                S ahead = merge.apply(List.of(a, b));
                for (S c : weak) {
                    S left = merge.apply(List.of(ahead, c));
                    S right = merge.apply(List.of(a, merge.apply(List.of(b, c))));
                    if (!left.equals(right) || !left.equals(merge.apply(List.of(a, b, c)))) {
                        throw new AssertionError("not associative for " + a + ", " + b + ", " + c);
                    }
                }
            }
        }
    }

    /** Checks that empty settings change nothing, nor do the same settings once more. */
    public void checkThatEmptySettingsChangeNothing(S empty) throws ReflectiveOperationException {
        for (S settings : subsets(0)) {
            for (List<S> levels :
                    List.of(List.of(settings, empty), List.of(empty, settings), List.of(settings, settings))) {
                if (!merge.apply(levels).equals(settings)) {
                    throw new AssertionError(levels + " gave " + merge.apply(levels));
                }
            }
        }
        if (!merge.apply(List.of()).equals(empty)) {
            throw new AssertionError("no settings at all gave " + merge.apply(List.of()));
        }
    }

    private List<S> subsets(int level) throws ReflectiveOperationException {
        List<S> all = new ArrayList<>();
        for (int subset = 0; subset < 1 << fields.length; subset++) {
            all.add(settings(level, subset));
        }
        return all;
    }

    private S settings(int level, int subset) throws ReflectiveOperationException {
        @Nullable Object[] given = new Object[fields.length];
        for (int each = 0; each < fields.length; each++) {
            given[each] = isSet(subset, each) ? value(each, level) : null;
        }
        return constructor.newInstance(given);
    }

    private Object value(int field, int level) {
        return values.of(fields[field].getType(), level, 1 + field * LEVELS + level);
    }

    private static boolean isSet(int bits, int number) {
        return (bits & (1 << number)) != 0;
    }
}
