@NullMarked
package org.telnyx4j.sandbox.server;

import org.jspecify.annotations.NullMarked;
