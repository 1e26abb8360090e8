/**
 * Makes {@code openapi/telnyx.yaml} from Telnyx's own OpenAPI document.
 *
 * <p>{@link org.telnyx4j.openapi.Regenerate} is the command line,
 * {@link org.telnyx4j.openapi.Regeneration} the pipeline behind it.
 */
@NullMarked
package org.telnyx4j.openapi;

import org.jspecify.annotations.NullMarked;
