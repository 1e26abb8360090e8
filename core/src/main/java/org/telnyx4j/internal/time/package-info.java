/** Not for users: time that passes, so that tests can let it pass at once. */
@NullMarked
package org.telnyx4j.internal.time;

import org.jspecify.annotations.NullMarked;
