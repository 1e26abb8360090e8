/** What all parts of the sandbox share: requests, responses, errors and the table of routes. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
