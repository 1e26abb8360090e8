/** Tests of the generator. */
@NullMarked
package org.telnyx4j.asyncgenerator;

import org.jspecify.annotations.NullMarked;
