@NullMarked
package org.telnyx4j.examples.messaging;

import org.jspecify.annotations.NullMarked;
