/** Not for users: the operations on messaging profiles. */
@NullMarked
package org.telnyx4j.internal.messaging.profiles;

import org.jspecify.annotations.NullMarked;
