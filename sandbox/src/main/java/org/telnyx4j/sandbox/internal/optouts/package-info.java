/** Who doesn't want messages any more. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.optouts;

import org.jspecify.annotations.NullMarked;
