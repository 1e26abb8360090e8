/** Not for users: the asynchronous form of the facade, which the build generates from its interfaces. */
@NullMarked
package org.telnyx4j.internal.async;

import org.jspecify.annotations.NullMarked;
