/**
 * Text and media messages: {@link org.telnyx4j.messaging.Messages} sends, retrieves and cancels them. What is sent is
 * described by the generated requests, such as {@link org.telnyx4j.generated.model.OutgoingMessage}.
 */
@NullMarked
package org.telnyx4j.messaging;

import org.jspecify.annotations.NullMarked;
