@NullMarked
package org.telnyx4j.sandbox.fuzz;

import org.jspecify.annotations.NullMarked;
