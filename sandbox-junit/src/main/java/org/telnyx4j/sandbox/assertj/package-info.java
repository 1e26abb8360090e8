/**
 * AssertJ assertions on a {@link org.telnyx4j.sandbox.TelnyxSandbox}; {@link
 * org.telnyx4j.sandbox.assertj.SandboxAssertions} is where to start. Only this package needs AssertJ.
 *
 * <p>Failures show the last four digits of phone numbers. They show the texts of messages where a text was asked for, since
 * that is what they compare: the sandbox has only what tests put into it.
 */
@NullMarked
package org.telnyx4j.sandbox.assertj;

import org.jspecify.annotations.NullMarked;
