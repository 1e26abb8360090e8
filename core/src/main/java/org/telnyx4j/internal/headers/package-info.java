/** Not for users: reads the headers of responses that are about limits and delays. */
@NullMarked
package org.telnyx4j.internal.headers;

import org.jspecify.annotations.NullMarked;
