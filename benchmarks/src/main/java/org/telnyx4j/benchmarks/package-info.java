/** Programs that measure what the documentation claims. */
@NullMarked
package org.telnyx4j.benchmarks;

import org.jspecify.annotations.NullMarked;
