/** The HTTP server: WireMock, the faults that it can be told to commit, and the record of requests. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.server;

import org.jspecify.annotations.NullMarked;
