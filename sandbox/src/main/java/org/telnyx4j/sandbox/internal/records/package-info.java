/** What the account was charged for. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.records;

import org.jspecify.annotations.NullMarked;
