/** Not for users: the operations on phone numbers and their orders. */
@NullMarked
package org.telnyx4j.internal.numbers;

import org.jspecify.annotations.NullMarked;
