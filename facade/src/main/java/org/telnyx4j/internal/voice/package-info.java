/** Not for users: call control at work. */
@NullMarked
package org.telnyx4j.internal.voice;

import org.jspecify.annotations.NullMarked;
