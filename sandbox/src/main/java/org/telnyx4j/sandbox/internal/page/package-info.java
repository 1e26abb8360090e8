/** The page at {@code /_sandbox}. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
