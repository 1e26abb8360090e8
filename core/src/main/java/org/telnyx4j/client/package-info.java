/** How requests are sent: the client that generated API classes stand on, and its options. */
@NullMarked
package org.telnyx4j.client;

import org.jspecify.annotations.NullMarked;
