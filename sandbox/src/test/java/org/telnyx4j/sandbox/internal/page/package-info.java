@NullMarked
package org.telnyx4j.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
