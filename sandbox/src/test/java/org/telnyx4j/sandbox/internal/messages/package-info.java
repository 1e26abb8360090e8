@NullMarked
package org.telnyx4j.sandbox.internal.messages;

import org.jspecify.annotations.NullMarked;
