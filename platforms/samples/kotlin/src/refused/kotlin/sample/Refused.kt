package sample

import org.telnyx4j.generated.event.MessageEvent

/** The compiler must refuse this: a message need not have a text. */
fun length(event: MessageEvent.Received): Int = event.payload().text.length
