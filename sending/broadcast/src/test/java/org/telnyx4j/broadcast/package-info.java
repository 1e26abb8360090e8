@NullMarked
package org.telnyx4j.broadcast;

import org.jspecify.annotations.NullMarked;
