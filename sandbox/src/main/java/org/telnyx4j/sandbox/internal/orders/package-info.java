/** Number orders: routes, state and JSON. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.orders;

import org.jspecify.annotations.NullMarked;
