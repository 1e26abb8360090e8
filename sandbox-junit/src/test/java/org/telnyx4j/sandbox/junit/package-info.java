@NullMarked
package org.telnyx4j.sandbox.junit;

import org.jspecify.annotations.NullMarked;
