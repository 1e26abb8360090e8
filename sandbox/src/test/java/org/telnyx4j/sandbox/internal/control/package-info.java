@NullMarked
package org.telnyx4j.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
