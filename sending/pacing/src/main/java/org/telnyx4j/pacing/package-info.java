/** Keeps sends within the limits of account, sender and campaign, in one process or many. */
@NullMarked
package org.telnyx4j.pacing;

import org.jspecify.annotations.NullMarked;
