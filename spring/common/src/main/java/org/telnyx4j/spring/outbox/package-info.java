/** The outbox in transactions of Spring. */
@NullMarked
package org.telnyx4j.spring.outbox;

import org.jspecify.annotations.NullMarked;
