/**
 * Finds out what a new specification does to the code around it: what the facade uses of the generated
 * client, whether that is still there, and how the public API of both differs from before.
 */
@NullMarked
package org.telnyx4j.openapi.compat;

import org.jspecify.annotations.NullMarked;
