/** The command line, {@code scripts/regenerate}. */
@NullMarked
package org.telnyx4j.openapi.cli;

import org.jspecify.annotations.NullMarked;
