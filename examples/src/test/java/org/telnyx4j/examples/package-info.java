@NullMarked
package org.telnyx4j.examples;

import org.jspecify.annotations.NullMarked;
