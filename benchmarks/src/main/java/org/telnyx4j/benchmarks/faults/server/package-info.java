/** A stand-in for Telnyx that fails on purpose, down to the byte, and keeps books of what it carried out. */
@NullMarked
package org.telnyx4j.benchmarks.faults.server;

import org.jspecify.annotations.NullMarked;
