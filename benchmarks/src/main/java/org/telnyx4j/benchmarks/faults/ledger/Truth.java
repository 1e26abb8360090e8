package org.telnyx4j.benchmarks.faults.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the server's books say of one logical send.
 *
 * @param carriedOut how often it was carried out
 * @param duplicates how often too often
 * @param requests how many requests of it arrived
 * @param claims all that a true report may name
 */
public record Truth(int carriedOut, int duplicates, int requests, Set<String> claims) {
    /** Copies the claims. */
    public Truth {
        claims = Set.copyOf(claims);
    }

    /** Makes one for what is to be carried out once, from the ids of what came of it. */
    public static Truth of(List<String> ids, int requests) {
        return of(ids, requests, ids);
    }

    /** Makes one for what is to be carried out once, where reports name something else than the ids. */
    public static Truth of(List<String> ids, int requests, Collection<String> claims) {
        return new Truth(ids.size(), Math.max(0, ids.size() - 1), requests, Set.copyOf(claims));
    }
}
