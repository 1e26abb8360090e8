/** Not for users: the operations on phone numbers and orders at work. */
@NullMarked
package org.telnyx4j.internal.numbers;

import org.jspecify.annotations.NullMarked;
