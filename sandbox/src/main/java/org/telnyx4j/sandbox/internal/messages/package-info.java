/** Messages: routes, checks, state and JSON. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.messages;

import org.jspecify.annotations.NullMarked;
