/** Phone numbers: finding, buying, setting up and releasing them, and the orders that buy them. */
@NullMarked
package org.telnyx4j.numbers;

import org.jspecify.annotations.NullMarked;
