/** An SLF4J provider that records all there is, so that a test can tell what the library would log at most. */
@NullMarked
package org.telnyx4j.internal.logs;

import org.jspecify.annotations.NullMarked;
