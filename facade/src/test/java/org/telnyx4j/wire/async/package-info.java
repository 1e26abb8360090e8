/** Tests of asynchronous calls. */
@NullMarked
package org.telnyx4j.wire.async;

import org.jspecify.annotations.NullMarked;
