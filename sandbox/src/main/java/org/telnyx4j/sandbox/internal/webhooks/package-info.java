/** Delivers events as Telnyx does: signed, tried again, to a second URL. Not for users: anything here may change. */
@NullMarked
package org.telnyx4j.sandbox.internal.webhooks;

import org.jspecify.annotations.NullMarked;
