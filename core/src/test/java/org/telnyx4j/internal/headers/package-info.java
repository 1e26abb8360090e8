@NullMarked
package org.telnyx4j.internal.headers;

import org.jspecify.annotations.NullMarked;
