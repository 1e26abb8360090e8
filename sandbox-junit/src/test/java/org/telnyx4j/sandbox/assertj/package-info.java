@NullMarked
package org.telnyx4j.sandbox.assertj;

import org.jspecify.annotations.NullMarked;
