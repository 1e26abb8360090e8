/** Not for users: the defaults that the facade puts into requests. */
@NullMarked
package org.telnyx4j.internal.settings;

import org.jspecify.annotations.NullMarked;
