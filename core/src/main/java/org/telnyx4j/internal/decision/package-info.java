/**
 * Not for users: what a failed request means. {@link org.telnyx4j.internal.decision.DecisionTable} gives, for what
 * happened and for what happens if the request arrives twice, whether it is sent again, what the outcome is and what the
 * caller is advised. The retry step, the exceptions and their messages all read that one table.
 */
@NullMarked
package org.telnyx4j.internal.decision;

import org.jspecify.annotations.NullMarked;
