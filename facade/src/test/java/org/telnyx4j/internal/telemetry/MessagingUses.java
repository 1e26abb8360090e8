package org.telnyx4j.internal.telemetry;

import static org.telnyx4j.internal.telemetry.Account.PROFILE_ID;
import static org.telnyx4j.internal.telemetry.FacadeOperation.operation;
import static org.telnyx4j.internal.telemetry.LoopbackServer.MESSAGE_ID;
import static org.telnyx4j.internal.telemetry.PrivateValues.NAME;
import static org.telnyx4j.internal.telemetry.PrivateValues.NUMBER;
import static org.telnyx4j.internal.telemetry.PrivateValues.PASSWORD;
import static org.telnyx4j.internal.telemetry.PrivateValues.TEXT;
import static org.telnyx4j.internal.telemetry.PrivateValues.URL;

import java.util.List;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.messaging.OutgoingMessage;
import org.telnyx4j.messaging.profiles.MessagingProfileFilter;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;

/** The operations on messages and messaging profiles, used with private values. */
final class MessagingUses {
    static final RequestOptions OPTIONS = RequestOptions.builder()
            .apiKey(PrivateValues.KEY)
            .header("X-Note", PrivateValues.HEADER)
            .build();

    private static final OutgoingMessage MESSAGE = OutgoingMessage.to(NUMBER)
            .text(TEXT)
            .mediaUrl(URL)
            .subject(NAME)
            .webhookUrl(URL)
            .build();

    private static final MessagingProfileSettings SETTINGS = MessagingProfileSettings.builder()
            .name(NAME)
            .whitelistedDestinations(List.of("CA"))
            .webhookUrl(URL)
            .build();

    private static final MessagingProfileSettings CHANGE = MessagingProfileSettings.builder()
            .name(NAME)
            .webhookUrl(URL)
            .v1Secret(PASSWORD)
            .build();

    private static final MessagingProfileSettings BAD =
            SETTINGS.toBuilder().webhookUrl("ftp:" + URL).build();

    private MessagingUses() {}

    static List<FacadeOperation> all() {
        return List.of(
                operation("messages.send", "POST /messages")
                        .by(t -> t.messages().send(MESSAGE), t -> t.messages().send(MESSAGE, OPTIONS))
                        .refuses(t -> t.messages()
                                .send(OutgoingMessage.to("6135550142")
                                        .text(TEXT)
                                        .build())),
                operation("messages.retrieve", "GET /messages/{id}")
                        .by(
                                t -> t.messages().retrieve(MESSAGE_ID),
                                t -> t.messages().retrieve(MESSAGE_ID, OPTIONS))
                        .refuses(t -> t.messages().retrieve(" ")),
                operation("messages.cancel", "DELETE /messages/{id}")
                        .by(
                                t -> t.messages().cancel(MESSAGE_ID),
                                t -> t.messages().cancel(MESSAGE_ID, OPTIONS))
                        .refuses(t -> t.messages().cancel("..")),
                operation("messaging_profiles.create", "POST /messaging_profiles")
                        .by(
                                t -> t.messagingProfiles().create(SETTINGS),
                                t -> t.messagingProfiles().create(SETTINGS, OPTIONS))
                        .refuses(t -> t.messagingProfiles().create(BAD)),
                operation("messaging_profiles.retrieve", "GET /messaging_profiles/{id}")
                        .by(
                                t -> t.messagingProfiles().retrieve(PROFILE_ID),
                                t -> t.messagingProfiles().retrieve(PROFILE_ID, OPTIONS))
                        .refuses(t -> t.messagingProfiles().retrieve("")),
                operation("messaging_profiles.update", "PATCH /messaging_profiles/{id}")
                        .by(
                                t -> t.messagingProfiles().update(PROFILE_ID, CHANGE),
                                t -> t.messagingProfiles().update(PROFILE_ID, CHANGE, OPTIONS))
                        .refuses(t -> t.messagingProfiles().update(PROFILE_ID, BAD)),
                operation("messaging_profiles.delete", "DELETE /messaging_profiles/{id}")
                        .by(
                                t -> t.messagingProfiles().delete(PROFILE_ID),
                                t -> t.messagingProfiles().delete(PROFILE_ID, OPTIONS))
                        .refuses(t -> t.messagingProfiles().delete(" ")),
                operation("messaging_profiles.list", "GET /messaging_profiles")
                        .query("?filter[name][contains]=REDACTED&page[number]=1&page[size]=250")
                        .by(t -> t.messagingProfiles()
                                .list(MessagingProfileFilter.nameContains(NAME), OPTIONS)
                                .firstPage())
                        .refuses(t -> t.messagingProfiles().list(MessagingProfileFilter.nameContains(" "), OPTIONS)),
                operation("messaging_profiles.list", "GET /messaging_profiles")
                        .query("?page[number]=1&page[size]=250")
                        .by(t -> t.messagingProfiles().list().stream().toList())
                        .refuses(t -> t.messagingProfiles().list(MessagingProfileFilter.name(""), OPTIONS)),
                operation("messaging_profiles.find_by_name", "GET /messaging_profiles")
                        .query("?filter[name][eq]=REDACTED&page[number]=1&page[size]=250")
                        .by(
                                t -> t.messagingProfiles().findByName(NAME),
                                t -> t.messagingProfiles().findByName(NAME, OPTIONS))
                        .refuses(t -> t.messagingProfiles().findByName(" ")),
                operation("messaging_profiles.create_or_update", "")
                        .tree("+ messaging_profiles.find_by_name", "- GET /messaging_profiles")
                        .query("?filter[name][eq]=REDACTED&page[number]=1&page[size]=250")
                        .by(
                                t -> t.messagingProfiles().createOrUpdate(SETTINGS),
                                t -> t.messagingProfiles().createOrUpdate(SETTINGS, OPTIONS))
                        .refuses(t -> t.messagingProfiles().createOrUpdate(BAD)));
    }
}
