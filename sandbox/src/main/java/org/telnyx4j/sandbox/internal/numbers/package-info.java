/** Numbers: the stock that can be bought, the numbers of the account and their settings. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.numbers;

import org.jspecify.annotations.NullMarked;
