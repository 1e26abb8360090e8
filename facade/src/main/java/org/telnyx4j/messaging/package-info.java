/** Text and media messages: {@link org.telnyx4j.messaging.Messages} sends, looks up and cancels them. */
@NullMarked
package org.telnyx4j.messaging;

import org.jspecify.annotations.NullMarked;
