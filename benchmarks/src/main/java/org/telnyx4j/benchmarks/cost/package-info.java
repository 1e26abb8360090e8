/** What calls cost, beside the same calls by hand with the same HTTP client. */
@NullMarked
package org.telnyx4j.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
