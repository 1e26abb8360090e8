/** When things happen in the sandbox: on real time, or on a clock that a test moves. Not for users. */
@NullMarked
package org.telnyx4j.sandbox.internal.time;

import org.jspecify.annotations.NullMarked;
