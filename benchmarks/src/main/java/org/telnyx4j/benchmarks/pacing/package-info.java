/** Shows how much of a limit a pacer uses, and that nothing is refused. */
@NullMarked
package org.telnyx4j.benchmarks.pacing;

import org.jspecify.annotations.NullMarked;
