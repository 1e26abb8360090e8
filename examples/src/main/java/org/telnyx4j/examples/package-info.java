/** Programs that show how telnyx4j is used. */
@NullMarked
package org.telnyx4j.examples;

import org.jspecify.annotations.NullMarked;
