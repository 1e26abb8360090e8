@NullMarked
package org.telnyx4j.internal.privacy;

import org.jspecify.annotations.NullMarked;
