@NullMarked
package org.telnyx4j.benchmarks.faults.ledger;

import org.jspecify.annotations.NullMarked;
