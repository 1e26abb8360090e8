package org.telnyx4j.paging;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;

/**
 * One page of a list, as it was when it was fetched. Immutable, and safe for use by any number of threads if its items
 * are.
 *
 * @param <T> the class of the items
 */
public final class Page<T> {
    private final List<T> items;
    private final int number;
    private final int size;
    private final @Nullable Integer totalPages;
    private final @Nullable Long totalResults;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;

    private Page(Builder<T> builder) {
        this.items = builder.items;
        this.number = builder.number;
        this.size = builder.size;
        this.totalPages = builder.totalPages;
        this.totalResults = builder.totalResults;
        this.requestId = builder.requestId;
        this.rateLimit = builder.rateLimit;
    }

    /**
     * Starts a page; applications need this for their tests only.
     *
     * @param items what is on it, without nulls; copied
     * @param number its number, 1 or more
     * @param size how many items a full page has, 1 or more
     * @param <T> the class of the items
     * @return a new builder
     * @throws IllegalArgumentException if number or size is less than 1
     */
    public static <T> Builder<T> builder(List<T> items, int number, int size) {
        return new Builder<>(items, number, size);
    }

    /**
     * Returns what is on the page, in the order of the list.
     *
     * @return an unmodifiable list, empty on a page behind the last one and on the only page of an empty list
     */
    public List<T> items() {
        return items;
    }

    /**
     * Returns the number of the page.
     *
     * @return 1 for the first page
     */
    public int number() {
        return number;
    }

    /**
     * Returns how many items a full page has. That is what was asked for, unless the response shows that Telnyx took another size.
     *
     * @return the size, 1 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns how many pages there were in all.
     *
     * @return the number, or empty where the response does not have it
     */
    public OptionalInt totalPages() {
        return totalPages == null ? OptionalInt.empty() : OptionalInt.of(totalPages);
    }

    /**
     * Returns how many items there were on all pages.
     *
     * @return the number, or empty where the response does not have it
     */
    public OptionalLong totalResults() {
        return totalResults == null ? OptionalLong.empty() : OptionalLong.of(totalResults);
    }

    /**
     * Returns whether another page is to be expected.
     *
     * @return false on an empty page; else whether the total number of pages is greater than this page's number, or,
     *     where the total is not known, whether this page is full
     */
    public boolean hasNext() {
        if (items.isEmpty()) {
            return false;
        }
        return totalPages == null ? items.size() >= size : number < totalPages;
    }

    /**
     * Returns Telnyx's id of the request, for its support.
     *
     * @return the id, or empty where the response had none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns the state of the rate limit after the request.
     *
     * @return the state, or empty where the response did not have it
     */
    public Optional<RateLimitState> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /** Shows numbers, not the items. */
    @Override
    public String toString() {
        return "Page[number=" + number + ", size=" + size + ", items=" + items.size() + ", totalPages=" + totalPages
                + ", totalResults=" + totalResults + "]";
    }

    /**
     * Collects a page. Mutable, for one thread.
     *
     * @param <T> the class of the items
     */
    public static final class Builder<T> {
        private final List<T> items;
        private int number;
        private int size;
        private @Nullable Integer totalPages;
        private @Nullable Long totalResults;
        private @Nullable String requestId;
        private @Nullable RateLimitState rateLimit;

        private Builder(List<T> items, int number, int size) {
            this.items = List.copyOf(items);
            this.number = atLeastOne(number, "number");
            this.size = atLeastOne(size, "size");
        }

        /**
         * Replaces the page's number.
         *
         * @param number 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder<T> number(int number) {
            this.number = atLeastOne(number, "number");
            return this;
        }

        /**
         * Replaces the number of items on a full page.
         *
         * @param size 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder<T> size(int size) {
            this.size = atLeastOne(size, "size");
            return this;
        }

        /**
         * Sets how many pages there are in all.
         *
         * @param totalPages the number, or null where it is not known
         * @return this builder
         */
        public Builder<T> totalPages(@Nullable Integer totalPages) {
            this.totalPages = totalPages;
            return this;
        }

        /**
         * Sets how many items there are on all pages.
         *
         * @param totalResults the number, or null where it is not known
         * @return this builder
         */
        public Builder<T> totalResults(@Nullable Long totalResults) {
            this.totalResults = totalResults;
            return this;
        }

        /**
         * Sets Telnyx's id of the request.
         *
         * @param requestId the id, or null for none
         * @return this builder
         */
        public Builder<T> requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets the state of the rate limit after the request.
         *
         * @param rateLimit the state, or null for none
         * @return this builder
         */
        public Builder<T> rateLimit(@Nullable RateLimitState rateLimit) {
            this.rateLimit = rateLimit;
            return this;
        }

        /**
         * Creates the page.
         *
         * @return an immutable page
         */
        public Page<T> build() {
            return new Page<>(this);
        }

        private static int atLeastOne(int value, String name) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, was " + value);
            }
            return value;
        }
    }
}
