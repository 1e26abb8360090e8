package org.telnyx4j.sandbox.assertj;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * An assertion that some of a list are left after each condition. It fails at the first condition that leaves none, and
 * shows those that were there before it.
 *
 * @param <S> the assertion itself
 * @param <T> what it is about
 */
abstract class Narrowing<S extends Narrowing<S, T>, T> extends AbstractAssert<S, List<T>> {
    private final String name;
    private final List<String> conditions;

    Narrowing(String name, List<T> found, List<String> conditions, Class<S> type) {
        super(found, type);
        this.name = name;
        this.conditions = conditions;
    }

    abstract S with(List<T> left, List<String> conditions);

    abstract String describe(T each);

    /** Checks that there is one at all. */
    S found() {
        if (actual.isEmpty()) {
            throw failure("Expected %s%s, but there was none", name, String.join("", conditions));
        }
        return myself;
    }

    /** Keeps those that meet a condition; {@code shown} is how a failure shows the others, next to what they are. */
    S narrowed(String condition, Predicate<T> meets, Function<T, String> shown) {
        List<T> left = actual.stream().filter(meets).toList();
        List<String> all = new ArrayList<>(conditions);
        all.add(" " + condition);
        if (left.isEmpty()) {
            throw failure(
                    "Expected %s%s, but there %s:%n%s",
                    name,
                    String.join("", all),
                    Words.are(actual.size(), conditions.isEmpty() ? "other" : "other that met all before"),
                    actual.stream()
                            .map(each -> describe(each) + shown.apply(each))
                            .collect(Words.LINES));
        }
        return with(left, all);
    }

    /**
     * Checks that exactly one meets all the conditions.
     *
     * @return this
     */
    public final S once() {
        return times(1);
    }

    /**
     * Checks how many meet all the conditions.
     *
     * @param count how many, 1 or more
     * @return this
     */
    public final S times(int count) {
        if (actual.size() != count) {
            throw failure(
                    "Expected %s%s %s, but there %s:%n%s",
                    name,
                    String.join("", conditions),
                    Words.count(count, "time"),
                    Words.are(actual.size(), "such"),
                    actual.stream().map(this::describe).collect(Words.LINES));
        }
        return myself;
    }
}
