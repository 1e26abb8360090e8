/** Reservations of numbers: routes and state. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.reservations;

import org.jspecify.annotations.NullMarked;
