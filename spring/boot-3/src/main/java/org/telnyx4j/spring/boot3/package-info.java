/** What differs between the generations of Spring Boot, for Spring Boot 3. For Spring Boot to call. */
@NullMarked
package org.telnyx4j.spring.boot3;

import org.jspecify.annotations.NullMarked;
