package org.telnyx4j.benchmarks.cost;

/** Creates a way to call the API. Those of other companies' SDKs are found as services, since they are no part of a build. */
public interface WayFactory {
    /**
     * Returns the name that the tables show.
     *
     * @return one word
     */
    String name();

    /**
     * Creates the way.
     *
     * @param baseUrl where the API is, ends with {@code /v2}
     * @return the way, opened
     */
    Way create(String baseUrl);
}
