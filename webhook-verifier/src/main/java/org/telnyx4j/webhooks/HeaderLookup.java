package org.telnyx4j.webhooks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds a request's headers by name. In most frameworks it is a method reference, such as {@code headers::get} with
 * Spring's {@code HttpHeaders} or the JDK's {@code Headers}; it must find a name in any case.
 */
@FunctionalInterface
public interface HeaderLookup {
    /**
     * Returns every value that the request has for a header, so that one that came twice is noticed.
     *
     * @param name the header's name in lower case
     * @return its values; empty or null when the request has none
     */
    @Nullable
    Collection<String> values(String name);

    /**
     * Looks up in a map of lists, whose keys may be in any case.
     *
     * @param headers all values by name
     * @return a view on the map
     */
    static HeaderLookup ofLists(Map<String, ? extends Collection<String>> headers) {
        Objects.requireNonNull(headers, "headers");
        return name -> {
            List<String> found = new ArrayList<>(1);
            headers.forEach((key, values) -> {
                if (name.equalsIgnoreCase(key) && values != null) {
                    found.addAll(values);
                }
            });
            return found;
        };
    }

    /**
     * Looks up in a map of single values, whose keys may be in any case. Where the request had a header twice, the
     * framework that made the map joined its values or dropped one; joined values are refused, a dropped one cannot be
     * noticed.
     *
     * @param headers the value by name
     * @return a view on the map
     */
    static HeaderLookup of(Map<String, String> headers) {
        Objects.requireNonNull(headers, "headers");
        return name -> {
            List<String> found = new ArrayList<>(1);
            headers.forEach((key, value) -> {
                if (name.equalsIgnoreCase(key) && value != null) {
                    found.add(value);
                }
            });
            return found;
        };
    }
}
