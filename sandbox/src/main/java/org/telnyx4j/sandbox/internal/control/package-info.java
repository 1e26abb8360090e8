/** The control API below {@code /_sandbox}, which the page uses as well. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
