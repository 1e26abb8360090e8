@NullMarked
package org.telnyx4j.webhooks;

import org.jspecify.annotations.NullMarked;
