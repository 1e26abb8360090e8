/** What callers were told, and how it compares with the server's books. */
@NullMarked
package org.telnyx4j.benchmarks.faults.ledger;

import org.jspecify.annotations.NullMarked;
