/** Not for users: how the operations of the facade are run. */
@NullMarked
package org.telnyx4j.internal.core;

import org.jspecify.annotations.NullMarked;
