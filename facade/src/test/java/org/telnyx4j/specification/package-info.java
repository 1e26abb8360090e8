/** The specification as tests read it, and what reflection finds of the operations that the library has. */
@NullMarked
package org.telnyx4j.specification;

import org.jspecify.annotations.NullMarked;
