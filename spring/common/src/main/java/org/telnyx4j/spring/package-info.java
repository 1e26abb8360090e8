/**
 * telnyx4j in a Spring Boot application: {@code Telnyx} as a bean, tenants by name, and what the application can change
 * about both. {@link org.telnyx4j.spring.autoconfigure.TelnyxProperties} has all properties, {@link
 * org.telnyx4j.spring.webhooks} what receives webhooks.
 */
@NullMarked
package org.telnyx4j.spring;

import org.jspecify.annotations.NullMarked;
