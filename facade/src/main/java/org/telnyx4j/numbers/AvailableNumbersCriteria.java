package org.telnyx4j.numbers;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What numbers to search for among those that Telnyx sells. Immutable and safe for use by any number of threads.
 *
 * <p>Only what is set goes out. No country is assumed: an area code says by itself where a number belongs.
 *
 * <pre>{@code
 * AvailableNumbersCriteria.areaCode("416").feature(NumberFeature.SMS).limit(20).build()
 * }</pre>
 */
public final class AvailableNumbersCriteria {
    private final Map<String, Object> filters;

    private AvailableNumbersCriteria(Builder builder) {
        this.filters = builder.filters.copy();
    }

    /**
     * Starts criteria that ask for nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts with an area code.
     *
     * @param areaCode the digits that follow the country code, such as {@code 416}
     * @return a new builder
     */
    public static Builder areaCode(String areaCode) {
        return builder().areaCode(areaCode);
    }

    /**
     * Returns what is set.
     *
     * @return an unmodifiable map from name on the wire to value, in the order in which they were set
     */
    public Map<String, Object> filters() {
        return filters;
    }

    /** Tells which filters are set; the values can be private. */
    @Override
    public String toString() {
        return "AvailableNumbersCriteria" + filters.keySet();
    }

    /** Collects filters. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields filters = new WireFields();

        private Builder() {}

        /**
         * Asks for numbers with exactly this area code.
         *
         * @param areaCode its digits, such as {@code 416} for Toronto
         * @return this builder
         */
        public Builder areaCode(String areaCode) {
            filters.put("filter[national_destination_code]", areaCode, "areaCode");
            return this;
        }

        /**
         * Asks for numbers of a country. Best left alone beside an area code: 416 is in Canada, and nothing is found for it in
         * the US.
         *
         * @param countryCode two capital letters (ISO 3166-1 alpha-2)
         * @return this builder
         */
        public Builder countryCode(String countryCode) {
            filters.put("filter[country_code]", countryCode, "countryCode");
            return this;
        }

        /**
         * Asks for numbers that begin with these digits. Beside an area code, the digits after it are meant.
         *
         * @param startsWith the digits
         * @return this builder
         */
        public Builder startsWith(String startsWith) {
            filters.put("filter[phone_number][starts_with]", startsWith, "startsWith");
            return this;
        }

        /**
         * Asks for numbers that end in these digits.
         *
         * @param endsWith the digits
         * @return this builder
         */
        public Builder endsWith(String endsWith) {
            filters.put("filter[phone_number][ends_with]", endsWith, "endsWith");
            return this;
        }

        /**
         * Asks for numbers with these digits in them. Beside an area code, the digits after it are meant.
         *
         * @param contains the digits
         * @return this builder
         */
        public Builder contains(String contains) {
            filters.put("filter[phone_number][contains]", contains, "contains");
            return this;
        }

        /**
         * Asks for numbers of a city.
         *
         * @param locality its name
         * @return this builder
         */
        public Builder locality(String locality) {
            filters.put("filter[locality]", locality, "locality");
            return this;
        }

        /**
         * Asks for numbers of a US state or a Canadian province.
         *
         * @param administrativeArea its abbreviation, such as {@code ON}
         * @return this builder
         */
        public Builder administrativeArea(String administrativeArea) {
            filters.put("filter[administrative_area]", administrativeArea, "administrativeArea");
            return this;
        }

        /**
         * Asks for numbers of a rate center, in the US and Canada only.
         *
         * @param rateCenter its name
         * @return this builder
         */
        public Builder rateCenter(String rateCenter) {
            filters.put("filter[rate_center]", rateCenter, "rateCenter");
            return this;
        }

        /**
         * Asks for numbers of one sort.
         *
         * @param type the sort
         * @return this builder
         */
        public Builder type(NumberType type) {
            Objects.requireNonNull(type, "type");
            filters.put("filter[phone_number_type]", type.value(), "type");
            return this;
        }

        /**
         * Asks for numbers that have all of these features.
         *
         * @param features the features
         * @return this builder
         */
        public Builder features(List<NumberFeature> features) {
            Objects.requireNonNull(features, "features");
            filters.put(
                    "filter[features]",
                    features.stream().map(NumberFeature::value).toList(),
                    "features");
            return this;
        }

        /**
         * Asks for numbers that have one feature, and no other need be had.
         *
         * @param feature the feature
         * @return this builder
         */
        public Builder feature(NumberFeature feature) {
            return features(List.of(feature));
        }

        /**
         * Bounds how many numbers are answered with. All of them come in one answer.
         *
         * @param limit 1 or more
         * @return this builder
         */
        public Builder limit(int limit) {
            filters.put("filter[limit]", limit, "limit");
            return this;
        }

        /**
         * Sets whether near misses are welcome, in the US and Canada only. {@code searchAndBuyFirst} may buy one then.
         *
         * @param bestEffort the choice
         * @return this builder
         */
        public Builder bestEffort(boolean bestEffort) {
            filters.put("filter[best_effort]", bestEffort, "bestEffort");
            return this;
        }

        /**
         * Sets whether to leave out numbers that do not work as soon as they are bought, for toll-free numbers of +1 only.
         *
         * @param quickship the choice
         * @return this builder
         */
        public Builder quickship(boolean quickship) {
            filters.put("filter[quickship]", quickship, "quickship");
            return this;
        }

        /**
         * Sets whether to leave out numbers that cannot be reserved.
         *
         * @param reservable the choice
         * @return this builder
         */
        public Builder reservable(boolean reservable) {
            filters.put("filter[reservable]", reservable, "reservable");
            return this;
        }

        /**
         * Sets whether to leave out numbers that the account itself has on hold or reserved.
         *
         * @param excludeHeldNumbers the choice
         * @return this builder
         */
        public Builder excludeHeldNumbers(boolean excludeHeldNumbers) {
            filters.put("filter[exclude_held_numbers]", excludeHeldNumbers, "excludeHeldNumbers");
            return this;
        }

        /**
         * Makes the criteria.
         *
         * @return an immutable object
         */
        public AvailableNumbersCriteria build() {
            return new AvailableNumbersCriteria(this);
        }
    }
}
