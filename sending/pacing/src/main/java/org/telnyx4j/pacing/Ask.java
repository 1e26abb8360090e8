package org.telnyx4j.pacing;

import java.util.List;

/**
 * What a message asks for: so much of each of its limits.
 *
 * @param tenant whose message it is
 * @param lane messages of one tenant that need the same limits; they go in the order in which they came
 * @param claims what it needs of each limit; that of the account comes first
 */
record Ask(String tenant, String lane, List<Claim> claims) {

    /**
     * So much of one limit.
     *
     * @param key the limit's name
     * @param limit the limit
     * @param units how much of it
     */
    record Claim(String key, Limit limit, long units) {}
}
