@NullMarked
package org.telnyx4j.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
