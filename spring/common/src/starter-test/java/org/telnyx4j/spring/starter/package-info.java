/** The tests of the starters, which each runs with the types of its generation of Spring Boot. */
@NullMarked
package org.telnyx4j.spring.starter;

import org.jspecify.annotations.NullMarked;
