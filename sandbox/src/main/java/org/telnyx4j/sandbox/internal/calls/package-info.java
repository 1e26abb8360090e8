/** Calls: dialling, commands and the state of calls. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.calls;

import org.jspecify.annotations.NullMarked;
