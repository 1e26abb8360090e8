package org.telnyx4j.examples;

import java.time.Duration;
import java.time.LocalTime;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.SendDecision;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.messaging.SendRefusal;
import org.telnyx4j.optouts.JdbcOptOutStore;
import org.telnyx4j.optouts.OptOutSchema;
import org.telnyx4j.optouts.OptOuts;

/**
 * The README's samples on guards and opt-outs. What stands between two marks is in the README word for word; a test holds
 * that.
 */
final class OptOutSamples {
    private OptOutSamples() {}

    static Telnyx guarded(String key, String baseUrl, Supplier<LocalTime> clock) {
        // [guard]
        SendGuard noMmsAtNight = request -> {
            boolean night = clock.get().isBefore(LocalTime.of(8, 0));
            return request.isMms() && night
                    ? SendDecision.refuse(SendRefusal.paced(Duration.ofHours(1), "no MMS at night"))
                    : SendDecision.allow();
        };
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .baseUrl(baseUrl)
                .sendGuard(noMmsAtNight) // may be called several times; they are asked in this order
                .build();
        // [/guard]
        return telnyx;
    }

    static OptOuts optOuts(DataSource dataSource) {
        // [optouts]
        OptOutSchema.apply(dataSource); // PostgreSQL, or H2 for trying it out
        OptOuts optOuts = OptOuts.builder(new JdbcOptOutStore(dataSource)).build();
        // [/optouts]
        return optOuts;
    }

    static EventRouter hearing(OptOuts optOuts, Telnyx telnyx, Consumer<MessageEvent> reply) {
        // [hear]
        EventRouter router = EventRouter.builder()
                .on(MessageEvent.class, optOuts.own()::hear) // what Telnyx blocks later
                .on(MessageEvent.Received.class, event -> {
                    if (optOuts.own().hear(event).isEmpty()) {
                        reply.accept(event); // neither STOP nor START nor HELP, which Telnyx answers itself
                    }
                })
                .build();
        optOuts.own().load(telnyx); // the list that Telnyx has: at the first start, and now and then
        // [/hear]
        return router;
    }

    static String send(Telnyx telnyx, OutgoingMessage message) {
        // [optedout]
        try {
            return telnyx.messages().send(message).id();
        } catch (TelnyxException e) {
            if (e.isOptedOut()) {
                return "does not want messages"; // refused by the guard or by Telnyx; nothing was sent
            }
            throw e;
        }
        // [/optedout]
    }
}
