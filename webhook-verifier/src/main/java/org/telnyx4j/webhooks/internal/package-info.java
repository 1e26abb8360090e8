/** What the packages of this module share and nobody else needs. Not exported. */
@NullMarked
package org.telnyx4j.webhooks.internal;

import org.jspecify.annotations.NullMarked;
