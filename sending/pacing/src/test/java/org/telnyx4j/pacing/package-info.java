@NullMarked
package org.telnyx4j.pacing;

import org.jspecify.annotations.NullMarked;
