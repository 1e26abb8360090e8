@NullMarked
package org.telnyx4j.spring.boot4;

import org.jspecify.annotations.NullMarked;
