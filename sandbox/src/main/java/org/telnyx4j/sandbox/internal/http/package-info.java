/** A small HTTP/1.1 server, and how a response can go wrong on the wire. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
