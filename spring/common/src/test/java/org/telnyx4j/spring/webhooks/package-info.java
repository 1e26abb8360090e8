@NullMarked
package org.telnyx4j.spring.webhooks;

import org.jspecify.annotations.NullMarked;
