/** A Telnyx inside the JVM for tests of Spring Boot applications: {@link org.telnyx4j.spring.test.AutoConfigureTelnyxSandbox}. */
@NullMarked
package org.telnyx4j.spring.test;

import org.jspecify.annotations.NullMarked;
