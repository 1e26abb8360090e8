@NullMarked
package org.telnyx4j.webhooks.testing;

import org.jspecify.annotations.NullMarked;
