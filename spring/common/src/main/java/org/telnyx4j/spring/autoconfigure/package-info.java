/** The properties and the auto-configuration. Applications use the properties; the rest is Spring Boot's to call. */
@NullMarked
package org.telnyx4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
