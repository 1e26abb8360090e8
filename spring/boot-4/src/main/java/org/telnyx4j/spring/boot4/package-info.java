/** What differs between the generations of Spring Boot, for Spring Boot 4. For Spring Boot to call. */
@NullMarked
package org.telnyx4j.spring.boot4;

import org.jspecify.annotations.NullMarked;
