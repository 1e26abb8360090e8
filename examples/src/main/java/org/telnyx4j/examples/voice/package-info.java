/** Programs around calls, each small enough to be read in one go. */
@NullMarked
package org.telnyx4j.examples.voice;

import org.jspecify.annotations.NullMarked;
