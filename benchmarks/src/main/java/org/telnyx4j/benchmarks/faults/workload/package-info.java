/** What is sent: messages, calls, commands, purchases, profiles, and the same messages by naive clients. */
@NullMarked
package org.telnyx4j.benchmarks.faults.workload;

import org.jspecify.annotations.NullMarked;
