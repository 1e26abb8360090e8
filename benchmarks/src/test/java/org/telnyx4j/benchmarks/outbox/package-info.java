@NullMarked
package org.telnyx4j.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
