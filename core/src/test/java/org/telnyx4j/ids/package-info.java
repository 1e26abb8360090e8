@NullMarked
package org.telnyx4j.ids;

import org.jspecify.annotations.NullMarked;
