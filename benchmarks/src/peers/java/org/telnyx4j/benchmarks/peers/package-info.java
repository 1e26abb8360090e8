/** Other companies' SDKs, for comparison. Compiled with the profile {@code peers} alone. */
@NullMarked
package org.telnyx4j.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
