@NullMarked
package org.telnyx4j.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
