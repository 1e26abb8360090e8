/** What several tests share: servers that behave, and servers that do not. */
@NullMarked
package org.telnyx4j.testing;

import org.jspecify.annotations.NullMarked;
