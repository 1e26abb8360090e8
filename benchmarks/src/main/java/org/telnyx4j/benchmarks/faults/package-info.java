/** The proof that nothing is done twice: runs the client against a server that fails in every way, and compares reports with books. */
@NullMarked
package org.telnyx4j.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
