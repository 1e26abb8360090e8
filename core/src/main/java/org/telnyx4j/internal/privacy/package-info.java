/** Keeps private values out of messages, logs and {@code toString}. Not for users: may change in any release. */
@NullMarked
package org.telnyx4j.internal.privacy;

import org.jspecify.annotations.NullMarked;
