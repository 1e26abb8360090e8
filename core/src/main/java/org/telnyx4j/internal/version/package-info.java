/** Not for users: the version of this library. */
@NullMarked
package org.telnyx4j.internal.version;

import org.jspecify.annotations.NullMarked;
