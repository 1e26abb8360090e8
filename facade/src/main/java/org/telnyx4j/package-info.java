/**
 * Sends messages, places calls and manages numbers through the Telnyx API. Start with {@link org.telnyx4j.Telnyx}.
 */
@NullMarked
package org.telnyx4j;

import org.jspecify.annotations.NullMarked;
