/** What the account of the sandbox has from the start, and what requests may refer to. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.account;

import org.jspecify.annotations.NullMarked;
