/**
 * The one place where failures are classified and exceptions are built. Not for users: may change in any release.
 */
@NullMarked
package org.telnyx4j.internal.errors;

import org.jspecify.annotations.NullMarked;
