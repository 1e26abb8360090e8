/** Generates the client: an OpenAPI Generator class, and the views that its templates print. */
@NullMarked
package org.telnyx4j.generator;

import org.jspecify.annotations.NullMarked;
