/** Not for users: how a request gets to the server, and what is known when it does not. */
@NullMarked
package org.telnyx4j.internal.transport;

import org.jspecify.annotations.NullMarked;
