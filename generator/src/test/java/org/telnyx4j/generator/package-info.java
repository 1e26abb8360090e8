/** Tests of the generator: what it makes of small specifications, compiled. */
@NullMarked
package org.telnyx4j.generator;

import org.jspecify.annotations.NullMarked;
