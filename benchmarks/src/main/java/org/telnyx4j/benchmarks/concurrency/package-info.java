/** Many calls in flight at once, in little memory. */
@NullMarked
package org.telnyx4j.benchmarks.concurrency;

import org.jspecify.annotations.NullMarked;
