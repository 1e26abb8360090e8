@NullMarked
package org.telnyx4j.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
