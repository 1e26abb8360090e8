@NullMarked
package org.telnyx4j.internal.text;

import org.jspecify.annotations.NullMarked;
