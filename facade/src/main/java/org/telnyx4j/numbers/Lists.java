package org.telnyx4j.numbers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists of the generated models, which can be absent and can hold nulls. */
final class Lists {
    private Lists() {}

    static <A, B> List<B> map(@Nullable List<A> list, Function<A, @Nullable B> reader) {
        if (list == null) {
            return List.of();
        }
        List<B> mapped = new ArrayList<>(list.size());
        for (A item : list) {
            B value = item == null ? null : reader.apply(item);
            if (value != null) {
                mapped.add(value);
            }
        }
        return Collections.unmodifiableList(mapped);
    }
}
