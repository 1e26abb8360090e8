/** For the build alone: writes the asynchronous form of the facade. */
@NullMarked
package org.telnyx4j.asyncgenerator;

import org.jspecify.annotations.NullMarked;
