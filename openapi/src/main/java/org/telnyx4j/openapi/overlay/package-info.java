/** Applies overlays. */
@NullMarked
package org.telnyx4j.openapi.overlay;

import org.jspecify.annotations.NullMarked;
