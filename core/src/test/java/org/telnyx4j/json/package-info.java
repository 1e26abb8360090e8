@NullMarked
package org.telnyx4j.json;

import org.jspecify.annotations.NullMarked;
