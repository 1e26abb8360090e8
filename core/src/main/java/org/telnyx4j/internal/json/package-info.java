/** Not for users: how JSON streams are opened, and how times, durations and Base64 text stand on the wire. */
@NullMarked
package org.telnyx4j.internal.json;

import org.jspecify.annotations.NullMarked;
