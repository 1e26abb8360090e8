/** From a request to its response: the operations of the specification, the checks against its tables, errors, pages. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.api;

import org.jspecify.annotations.NullMarked;
