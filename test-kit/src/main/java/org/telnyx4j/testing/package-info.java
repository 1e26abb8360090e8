/** What the tests of all modules share: servers that behave, and servers that do not; certificates, clocks, threads. */
@NullMarked
package org.telnyx4j.testing;

import org.jspecify.annotations.NullMarked;
