/** Lists that come in pages: read as one sequence, or page by page. */
@NullMarked
package org.telnyx4j.paging;

import org.jspecify.annotations.NullMarked;
