@NullMarked
package org.telnyx4j.sandbox;

import org.jspecify.annotations.NullMarked;
