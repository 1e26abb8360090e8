/** What every request goes through: the record of requests, the faults, then the API or the sandbox's own pages. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.server;

import org.jspecify.annotations.NullMarked;
