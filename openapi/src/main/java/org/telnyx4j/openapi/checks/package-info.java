/** What upstream's document and ours must be like. */
@NullMarked
package org.telnyx4j.openapi.checks;

import org.jspecify.annotations.NullMarked;
