/** Not for users: checks requests against the tables of their fields before anything is sent. */
@NullMarked
package org.telnyx4j.internal.validation;

import org.jspecify.annotations.NullMarked;
