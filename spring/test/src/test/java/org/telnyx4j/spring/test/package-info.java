@NullMarked
package org.telnyx4j.spring.test;

import org.jspecify.annotations.NullMarked;
