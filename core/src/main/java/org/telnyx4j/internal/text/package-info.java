/** Not for users: text on its way to the wire. */
@NullMarked
package org.telnyx4j.internal.text;

import org.jspecify.annotations.NullMarked;
