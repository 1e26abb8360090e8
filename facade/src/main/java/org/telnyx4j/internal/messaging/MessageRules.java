package org.telnyx4j.internal.messaging;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.SendMessageRequest;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.messaging.OutgoingMessage;

/** Turns a message and the defaults into a request, and refuses what Telnyx would refuse. */
final class MessageRules {
    private static final int LONGEST_TEXT = 1_600;

    private final String operation;
    private final ErrorFactory errors;

    MessageRules(String operation, ErrorFactory errors) {
        this.operation = operation;
        this.errors = errors;
    }

    /**
     * Makes the request: exactly the fields that are set, here or by default.
     *
     * @throws org.telnyx4j.errors.TelnyxValidationException if a rule is broken
     */
    SendMessageRequest request(OutgoingMessage message, SettingsLayer merged) {
        check("to", message.to(), Checks.recipient(message.to()), Mask::phoneNumber);
        checkSender(merged.from(), merged.messagingProfileId());
        checkContent(message);
        checkUrl("webhook_url", merged.webhookUrl());
        checkUrl("webhook_failover_url", merged.webhookFailoverUrl());

        SendMessageRequest request = new SendMessageRequest()
                .to(message.to())
                .from(merged.from())
                .messagingProfileId(merged.messagingProfileId())
                .webhookUrl(merged.webhookUrl())
                .webhookFailoverUrl(merged.webhookFailoverUrl());
        message.text().ifPresent(request::text);
        message.mediaUrls().ifPresent(request::mediaUrls);
        message.subject().ifPresent(request::subject);
        message.useProfileWebhooks().ifPresent(request::useProfileWebhooks);
        message.autoDetect().ifPresent(request::autoDetect);
        message.encoding()
                .ifPresent(encoding -> request.encoding(SendMessageRequest.EncodingEnum.fromValue(encoding.value())));
        message.sendAt().ifPresent(time -> request.sendAt(time.atOffset(ZoneOffset.UTC)));
        return request;
    }

    /** What an error of Telnyx may quote of the request, and no exception may repeat. */
    List<String> privateTexts(SendMessageRequest request) {
        List<String> texts = new ArrayList<>();
        add(texts, request.getTo());
        add(texts, request.getFrom());
        add(texts, request.getText());
        add(texts, request.getSubject());
        add(texts, request.getWebhookUrl());
        add(texts, request.getWebhookFailoverUrl());
        if (request.getMediaUrls() != null) {
            texts.addAll(request.getMediaUrls());
        }
        return texts;
    }

    private void checkSender(@Nullable String from, @Nullable String messagingProfileId) {
        if (messagingProfileId != null) {
            check("messaging_profile_id", messagingProfileId, Checks.notBlank(messagingProfileId), Mask::identifier);
            checkUnicode("messaging_profile_id", messagingProfileId);
        }
        if (from == null) {
            if (messagingProfileId == null) {
                throw errors.localCheck(
                        operation,
                        "from",
                        "or messaging_profile_id must be set, on the message, the tenant or the client");
            }
            return;
        }
        check("from", from, Checks.sender(from), Mask::phoneNumber);
        if (Checks.isAlphanumericSender(from) && !Checks.isShortCode(from) && messagingProfileId == null) {
            throw errors.localCheck(
                    operation, "messaging_profile_id", "must be set where the sender is an alphanumeric id");
        }
    }

    private void checkContent(OutgoingMessage message) {
        String text = message.text().orElse(null);
        List<String> mediaUrls = message.mediaUrls().orElse(List.of());
        for (String mediaUrl : mediaUrls) {
            check("media_urls", mediaUrl, Checks.httpUrl(mediaUrl), Mask::url);
        }
        if (text == null && mediaUrls.isEmpty()) {
            throw errors.localCheck(operation, "text", "or media_urls must be set");
        }
        if (text != null && text.isEmpty()) {
            throw errors.localCheck(operation, "text", "must not be empty");
        }
        checkUnicode("text", text);
        checkUnicode("subject", message.subject().orElse(null));
        if (text != null && mediaUrls.isEmpty()) {
            int length = text.codePointCount(0, text.length());
            if (length > LONGEST_TEXT) {
                throw errors.localCheck(
                        operation, "text", "must have at most " + LONGEST_TEXT + " characters, but has " + length);
            }
        }
    }

    private void checkUnicode(String field, @Nullable String text) {
        String problem = text == null ? null : Checks.wellFormed(text);
        if (problem != null) {
            throw errors.localCheck(operation, field, problem);
        }
    }

    private void checkUrl(String field, @Nullable String url) {
        if (url != null) {
            check(field, url, Checks.httpUrl(url), Mask::url);
        }
    }

    private void check(String field, String value, @Nullable String problem, Masking masking) {
        if (problem != null) {
            String shown = value.isBlank() ? "<blank>" : masking.mask(value);
            throw errors.localCheck(operation, field, problem + ", was " + shown);
        }
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    /** Shows as much of a value as may be shown. */
    private interface Masking {
        String mask(String value);
    }
}
