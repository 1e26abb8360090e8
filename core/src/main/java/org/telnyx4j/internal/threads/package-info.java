/** Not for users: the threads of the library. */
@NullMarked
package org.telnyx4j.internal.threads;

import org.jspecify.annotations.NullMarked;
