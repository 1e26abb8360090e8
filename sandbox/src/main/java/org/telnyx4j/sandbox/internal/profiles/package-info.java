/** Messaging profiles: routes, state and JSON. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.profiles;

import org.jspecify.annotations.NullMarked;
