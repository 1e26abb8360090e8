@NullMarked
package org.telnyx4j.webhooks.servlet;

import org.jspecify.annotations.NullMarked;
