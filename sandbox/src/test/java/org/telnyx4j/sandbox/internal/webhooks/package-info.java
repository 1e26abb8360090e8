@NullMarked
package org.telnyx4j.sandbox.internal.webhooks;

import org.jspecify.annotations.NullMarked;
