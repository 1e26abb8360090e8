@NullMarked
package org.telnyx4j.spring.boot3;

import org.jspecify.annotations.NullMarked;
