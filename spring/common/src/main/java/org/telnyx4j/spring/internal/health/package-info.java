/** Not for users: whether Telnyx can be reached, for the health indicators of each generation of Spring Boot. */
@NullMarked
package org.telnyx4j.spring.internal.health;

import org.jspecify.annotations.NullMarked;
