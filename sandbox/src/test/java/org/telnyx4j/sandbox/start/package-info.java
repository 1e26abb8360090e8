@NullMarked
package org.telnyx4j.sandbox.start;

import org.jspecify.annotations.NullMarked;
