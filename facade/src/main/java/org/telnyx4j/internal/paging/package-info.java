/** Not for users: lists that fetch their pages as they are read. */
@NullMarked
package org.telnyx4j.internal.paging;

import org.jspecify.annotations.NullMarked;
