/** What goes wrong with requests, and when. Not for users: anything here may change at any time. */
@NullMarked
package org.telnyx4j.sandbox.internal.faults;

import org.jspecify.annotations.NullMarked;
