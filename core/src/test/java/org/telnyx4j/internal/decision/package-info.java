@NullMarked
package org.telnyx4j.internal.decision;

import org.jspecify.annotations.NullMarked;
