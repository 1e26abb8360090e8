/** Ids with a type of their own, where strings could be mistaken for each other. */
@NullMarked
package org.telnyx4j.ids;

import org.jspecify.annotations.NullMarked;
