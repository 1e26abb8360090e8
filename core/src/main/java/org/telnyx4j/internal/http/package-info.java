/** Not for users: how a request gets to the server within its deadline, and how far it came when it does not. The step is {@link
 * org.telnyx4j.internal.http.HttpStep}. */
@NullMarked
package org.telnyx4j.internal.http;

import org.jspecify.annotations.NullMarked;
