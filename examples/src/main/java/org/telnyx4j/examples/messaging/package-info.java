/** Programs around texts, each small enough to be read in one go. */
@NullMarked
package org.telnyx4j.examples.messaging;

import org.jspecify.annotations.NullMarked;
