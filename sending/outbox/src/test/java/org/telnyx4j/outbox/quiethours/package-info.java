@NullMarked
package org.telnyx4j.outbox.quiethours;

import org.jspecify.annotations.NullMarked;
