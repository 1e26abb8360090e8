/** Reads, holds and writes OpenAPI documents. */
@NullMarked
package org.telnyx4j.openapi.document;

import org.jspecify.annotations.NullMarked;
