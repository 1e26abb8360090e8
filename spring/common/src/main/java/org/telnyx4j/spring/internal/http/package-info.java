/** Not for users: what the HttpClient on the class path does to the application's own requests. */
@NullMarked
package org.telnyx4j.spring.internal.http;

import org.jspecify.annotations.NullMarked;
