/**
 * Texts and calls people over Telnyx: {@link org.telnyx4j.Telnyx} is where to start.
 */
@NullMarked
package org.telnyx4j;

import org.jspecify.annotations.NullMarked;
