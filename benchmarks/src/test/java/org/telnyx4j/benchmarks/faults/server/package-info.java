@NullMarked
package org.telnyx4j.benchmarks.faults.server;

import org.jspecify.annotations.NullMarked;
