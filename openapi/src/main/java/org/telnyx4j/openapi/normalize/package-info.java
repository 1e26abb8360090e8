/**
 * The steps that turn the trimmed upstream document into one from which good Java is generated.
 *
 * <p>Each step is a class of its own and changes the document in place;
 * {@link org.telnyx4j.openapi.normalize.Normalizer} puts them in order.
 */
@NullMarked
package org.telnyx4j.openapi.normalize;

import org.jspecify.annotations.NullMarked;
