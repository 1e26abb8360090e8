/** Not for users: the one place that decides whether a request is sent again, and when. */
@NullMarked
package org.telnyx4j.internal.retry;

import org.jspecify.annotations.NullMarked;
