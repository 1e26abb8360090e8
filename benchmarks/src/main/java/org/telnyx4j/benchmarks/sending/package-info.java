/** What sending a text costs, beside sending it by hand with the same HTTP client. */
@NullMarked
package org.telnyx4j.benchmarks.sending;

import org.jspecify.annotations.NullMarked;
