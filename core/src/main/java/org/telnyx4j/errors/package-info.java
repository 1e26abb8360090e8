/**
 * What a failed call reports to its caller: one sealed family of exceptions, and the values they carry.
 *
 * <p>Five kinds are worth a branch of their own, as classes under {@link org.telnyx4j.errors.TelnyxException} and as
 * {@link org.telnyx4j.errors.ErrorType}. Whether the request may have been carried out is an
 * {@link org.telnyx4j.errors.Outcome}; what to do next is one {@link org.telnyx4j.errors.Advice}.
 */
@NullMarked
package org.telnyx4j.errors;

import org.jspecify.annotations.NullMarked;
