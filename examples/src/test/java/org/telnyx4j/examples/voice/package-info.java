@NullMarked
package org.telnyx4j.examples.voice;

import org.jspecify.annotations.NullMarked;
