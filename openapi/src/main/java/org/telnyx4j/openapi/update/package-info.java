/** One update, from the upstream document to the verdict. */
@NullMarked
package org.telnyx4j.openapi.update;

import org.jspecify.annotations.NullMarked;
