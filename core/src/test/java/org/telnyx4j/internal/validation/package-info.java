@NullMarked
package org.telnyx4j.internal.validation;

import org.jspecify.annotations.NullMarked;
