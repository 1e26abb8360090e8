/** Measures what the verification of a webhook costs. */
@NullMarked
package org.telnyx4j.benchmarks.webhooks;

import org.jspecify.annotations.NullMarked;
