/**
 * Receives webhooks in a servlet container. The only package that needs the Servlet API (Jakarta, 5.0 or later), which
 * the application brings along.
 */
@NullMarked
package org.telnyx4j.webhooks.servlet;

import org.jspecify.annotations.NullMarked;
