/** Every operation, called against servers that are made from the specification. */
@NullMarked
package org.telnyx4j.conformance;

import org.jspecify.annotations.NullMarked;
