package org.telnyx4j.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Recipient;
import org.telnyx4j.optouts.AccountOptOuts;
import org.telnyx4j.optouts.OptOuts;

/**
 * Lets the opt-outs hear each event for the accounts that it may be of: the client's own, and those of the tenants in the
 * properties. An event does not name its account, so it is of those that send by its messaging profile or its number; if the
 * properties name neither, of all of them, so that no STOP is missed. As opt-outs are kept by profile, that of one account
 * refuses no send of another whose profile is known.
 */
final class OptOutEvents {
    private final List<Account> accounts = new ArrayList<>();

    private record Account(AccountOptOuts optOuts, Set<String> senders) {
        boolean sendsByAny(Set<String> ofEvent) {
            return senders.stream().anyMatch(ofEvent::contains);
        }
    }

    OptOutEvents(OptOuts optOuts, TelnyxProperties client) {
        accounts.add(new Account(optOuts.own(), senders(client, client)));
        client.tenants()
                .forEach((name, tenant) -> accounts.add(new Account(optOuts.tenant(name), senders(tenant, client))));
    }

    private static Set<String> senders(Sender sender, Sender client) {
        return Stream.of(
                        either(sender.messagingProfileId(), client.messagingProfileId()),
                        either(sender.from(), client.from()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String either(@Nullable String own, @Nullable String inherited) {
        return own == null ? inherited : own;
    }

    void hear(MessageEvent event) {
        Set<String> ofEvent = sendersOf(event);
        List<Account> named =
                accounts.stream().filter(account -> account.sendsByAny(ofEvent)).toList();
        for (Account account : named.isEmpty() ? accounts : named) {
            account.optOuts().hear(event);
        }
    }

    /** Returns the messaging profile and the account's own number or numbers. */
    private static Set<String> sendersOf(MessageEvent event) {
        MessageResult message = MessageResult.of(event.message());
        Stream<String> numbers = event instanceof MessageEvent.Received
                ? message.recipients().stream().map(Recipient::phoneNumber)
                : message.from().stream();
        return Stream.concat(Stream.ofNullable(event.message().getMessagingProfileId()), numbers)
                .collect(Collectors.toUnmodifiableSet());
    }
}
