@NullMarked
package org.telnyx4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
