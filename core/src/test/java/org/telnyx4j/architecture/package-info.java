@NullMarked
package org.telnyx4j.architecture;

import org.jspecify.annotations.NullMarked;
