/** Not for users: everything below this package may change with any release. */
@NullMarked
package org.telnyx4j.internal;

import org.jspecify.annotations.NullMarked;
