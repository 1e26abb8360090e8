/** Not for users: what Spring's test framework calls. */
@NullMarked
package org.telnyx4j.spring.test.internal;

import org.jspecify.annotations.NullMarked;
