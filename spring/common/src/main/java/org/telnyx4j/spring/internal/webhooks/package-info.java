/** Not for users: what the webhook endpoint is made of. */
@NullMarked
package org.telnyx4j.spring.internal.webhooks;

import org.jspecify.annotations.NullMarked;
