package org.telnyx4j.sandbox.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The filters of a list: which query parameter lets which entries through. A parameter that isn't in the table
 * has no effect, because the API ignores it just so.
 */
public final class Filters<T> {
    private final Map<String, BiPredicate<? super T, String>> byParameter = new LinkedHashMap<>();

    /** Adds a filter; {@code parameter} is the whole name, such as {@code filter[name][eq]}. */
    public Filters<T> on(String parameter, BiPredicate<? super T, String> test) {
        byParameter.put(parameter, test);
        return this;
    }

    /** Returns what the request's filters let through; a filter with an empty value doesn't count. */
    public Predicate<T> of(ApiRequest request) {
        Predicate<T> all = entry -> true;
        for (Map.Entry<String, BiPredicate<? super T, String>> filter : byParameter.entrySet()) {
            String value = request.queryParameter(filter.getKey()).orElse("");
            if (!value.isEmpty()) {
                all = all.and(entry -> filter.getValue().test(entry, value));
            }
        }
        return all;
    }
}
