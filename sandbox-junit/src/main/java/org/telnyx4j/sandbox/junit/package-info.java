/**
 * A JUnit extension that gives a test a {@link org.telnyx4j.sandbox.TelnyxSandbox} and a client that talks to it. Works
 * with JUnit Jupiter 5.8 and later, JUnit 6 included.
 */
@NullMarked
package org.telnyx4j.sandbox.junit;

import org.jspecify.annotations.NullMarked;
