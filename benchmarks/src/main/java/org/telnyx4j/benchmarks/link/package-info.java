/** Compares HTTP/1.1 with HTTP/2 over a link that takes time and loses packets. */
@NullMarked
package org.telnyx4j.benchmarks.link;

import org.jspecify.annotations.NullMarked;
