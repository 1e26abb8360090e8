/** Tests of the run with many calls. */
@NullMarked
package org.telnyx4j.benchmarks.concurrency;

import org.jspecify.annotations.NullMarked;
