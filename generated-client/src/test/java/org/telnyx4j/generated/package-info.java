/** Tests of the generated client: over real sockets where bytes matter, by reflection over everything generated. */
@NullMarked
package org.telnyx4j.generated;

import org.jspecify.annotations.NullMarked;
