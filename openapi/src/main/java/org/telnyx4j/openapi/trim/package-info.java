/** Takes out of the upstream document what {@code trim.yaml} keeps. */
@NullMarked
package org.telnyx4j.openapi.trim;

import org.jspecify.annotations.NullMarked;
