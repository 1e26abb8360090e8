/** A Spring Boot 4 application that sends texts when it is asked to, and receives webhooks. */
package org.telnyx4j.examples.spring;
