/** Rate limits. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.limits;

import org.jspecify.annotations.NullMarked;
