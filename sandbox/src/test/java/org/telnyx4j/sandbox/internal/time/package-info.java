@NullMarked
package org.telnyx4j.sandbox.internal.time;

import org.jspecify.annotations.NullMarked;
