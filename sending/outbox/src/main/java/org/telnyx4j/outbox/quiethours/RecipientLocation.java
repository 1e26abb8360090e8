package org.telnyx4j.outbox.quiethours;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the owner of a number may be, as far as the number shows it. Immutable and safe for use by any number of threads. */
public final class RecipientLocation {
    private static final RecipientLocation UNKNOWN = new RecipientLocation(null, Set.of());

    private final @Nullable String country;
    private final Set<ZoneId> zones;

    private RecipientLocation(@Nullable String country, Set<ZoneId> zones) {
        this.country = country;
        this.zones = zones;
    }

    /**
     * Returns a location of which nothing is known.
     *
     * @return the location
     */
    public static RecipientLocation unknown() {
        return UNKNOWN;
    }

    /**
     * Creates a location.
     *
     * @param country two letters (ISO 3166-1 alpha-2), such as {@code CA}
     * @param zones the time zones, one of which the owner is in; none if they are not known
     * @return the location
     * @throws IllegalArgumentException if the country is not two letters
     */
    public static RecipientLocation of(String country, Set<ZoneId> zones) {
        return new RecipientLocation(country(country), Set.copyOf(zones));
    }

    static String country(String given) {
        String country = given.toUpperCase(Locale.ROOT);
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country must be two letters such as US, was " + given);
        }
        return country;
    }

    /**
     * Returns the country.
     *
     * @return two capital letters (ISO 3166-1 alpha-2), or empty if it is not known
     */
    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    /**
     * Returns the time zones, one of which the owner is in. An area code can span several.
     *
     * @return the zones, unmodifiable; none if they are not known
     */
    public Set<ZoneId> zones() {
        return zones;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecipientLocation that
                && Objects.equals(country, that.country)
                && zones.equals(that.zones);
    }

    @Override
    public int hashCode() {
        return Objects.hash(country, zones);
    }

    @Override
    public String toString() {
        return "RecipientLocation[country=" + country + ", zones=" + zones + "]";
    }
}
