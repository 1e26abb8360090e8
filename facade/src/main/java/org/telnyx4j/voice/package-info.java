/** Placing calls and steering them: dial, answer, transfer, hang up and what happens in between. */
@NullMarked
package org.telnyx4j.voice;

import org.jspecify.annotations.NullMarked;
