/** What the outbox promises, put to the test by killing what it runs on; and what it costs. */
@NullMarked
package org.telnyx4j.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
