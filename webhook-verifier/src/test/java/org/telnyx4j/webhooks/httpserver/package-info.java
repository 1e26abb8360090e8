@NullMarked
package org.telnyx4j.webhooks.httpserver;

import org.jspecify.annotations.NullMarked;
