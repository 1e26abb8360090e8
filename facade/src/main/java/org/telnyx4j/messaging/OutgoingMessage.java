package org.telnyx4j.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A message to be sent. Immutable and safe for use by any number of threads.
 *
 * <p>Only what is set goes out, with the tenant's and the client's defaults for sender, messaging profile and webhook
 * URLs. The rules are checked when it is sent, because some of them depend on these defaults.
 *
 * <pre>{@code
 * OutgoingMessage.to("+14165550123").text("Your order has left the warehouse.").build()
 * }</pre>
 */
public final class OutgoingMessage {
    private final String to;
    private final @Nullable String text;
    private final @Nullable String from;
    private final @Nullable String messagingProfileId;
    private final @Nullable List<String> mediaUrls;
    private final @Nullable String subject;
    private final @Nullable String webhookUrl;
    private final @Nullable String webhookFailoverUrl;
    private final @Nullable Boolean useProfileWebhooks;
    private final @Nullable Encoding encoding;
    private final @Nullable Instant sendAt;
    private final @Nullable Boolean autoDetect;

    private OutgoingMessage(Builder builder) {
        this.to = builder.to;
        this.text = builder.text;
        this.from = builder.from;
        this.messagingProfileId = builder.messagingProfileId;
        this.mediaUrls = builder.mediaUrls == null ? null : List.copyOf(builder.mediaUrls);
        this.subject = builder.subject;
        this.webhookUrl = builder.webhookUrl;
        this.webhookFailoverUrl = builder.webhookFailoverUrl;
        this.useProfileWebhooks = builder.useProfileWebhooks;
        this.encoding = builder.encoding;
        this.sendAt = builder.sendAt;
        this.autoDetect = builder.autoDetect;
    }

    /**
     * Starts a message.
     *
     * @param to who gets it: a number in E.164 form such as {@code +14165550123}, or a short code of 5 or 6 digits
     * @return a new builder
     */
    public static Builder to(String to) {
        return new Builder(to);
    }

    /**
     * Returns who gets it.
     *
     * @return the recipient
     */
    public String to() {
        return to;
    }

    /**
     * Returns what it says.
     *
     * @return the text, or empty for a message of media alone
     */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /**
     * Returns who sends it.
     *
     * @return the sender, or empty for the default
     */
    public Optional<String> from() {
        return Optional.ofNullable(from);
    }

    /**
     * Returns the messaging profile.
     *
     * @return its id, or empty for the default
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(messagingProfileId);
    }

    /**
     * Returns where the media are.
     *
     * @return an unmodifiable list, or empty where none were set
     */
    public Optional<List<String>> mediaUrls() {
        return Optional.ofNullable(mediaUrls);
    }

    /**
     * Returns the subject of a media message.
     *
     * @return the subject, or empty where it was not set
     */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /**
     * Returns where events about it go.
     *
     * @return the URL, or empty for the default
     */
    public Optional<String> webhookUrl() {
        return Optional.ofNullable(webhookUrl);
    }

    /**
     * Returns where events about it go if the webhook URL does not answer.
     *
     * @return the URL, or empty for the default
     */
    public Optional<String> webhookFailoverUrl() {
        return Optional.ofNullable(webhookFailoverUrl);
    }

    /**
     * Returns whether events go to the profile's webhooks too.
     *
     * @return the choice, or empty where it was not made
     */
    public Optional<Boolean> useProfileWebhooks() {
        return Optional.ofNullable(useProfileWebhooks);
    }

    /**
     * Returns the encoding.
     *
     * @return the encoding, or empty where it was not chosen
     */
    public Optional<Encoding> encoding() {
        return Optional.ofNullable(encoding);
    }

    /**
     * Returns when it is to be sent.
     *
     * @return the time, or empty for at once
     */
    public Optional<Instant> sendAt() {
        return Optional.ofNullable(sendAt);
    }

    /**
     * Returns whether Telnyx looks out for unusually long texts.
     *
     * @return the choice, or empty where it was not made
     */
    public Optional<Boolean> autoDetect() {
        return Optional.ofNullable(autoDetect);
    }

    /** Tells part of the recipient's number and what is set; numbers, text and URLs are private. */
    @Override
    public String toString() {
        return "OutgoingMessage[to=" + Mask.phoneNumber(to) + ", text="
                + (text == null ? "none" : Mask.content(text)) + ", media="
                + (mediaUrls == null ? 0 : mediaUrls.size()) + ", encoding=" + encoding + ", sendAt=" + sendAt + "]";
    }

    /** Collects a message. Mutable, for one thread. */
    public static final class Builder {
        private final String to;
        private @Nullable String text;
        private @Nullable String from;
        private @Nullable String messagingProfileId;
        private @Nullable List<String> mediaUrls;
        private @Nullable String subject;
        private @Nullable String webhookUrl;
        private @Nullable String webhookFailoverUrl;
        private @Nullable Boolean useProfileWebhooks;
        private @Nullable Encoding encoding;
        private @Nullable Instant sendAt;
        private @Nullable Boolean autoDetect;

        private Builder(String to) {
            this.to = Objects.requireNonNull(to, "to");
        }

        /**
         * Sets what it says. An SMS needs a text of 1 to 1,600 characters.
         *
         * @param text the text
         * @return this builder
         */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * Sets who sends it.
         *
         * @param from a number in E.164 form, a short code of 5 or 6 digits, or an alphanumeric id (1 to 11 letters,
         *     digits and spaces, at least one letter; it needs a messaging profile)
         * @return this builder
         */
        public Builder from(String from) {
            this.from = Objects.requireNonNull(from, "from");
            return this;
        }

        /**
         * Sets the messaging profile. Where no sender is set here or by default, Telnyx takes one from its number pool.
         *
         * @param messagingProfileId the profile's id
         * @return this builder
         */
        public Builder messagingProfileId(String messagingProfileId) {
            this.messagingProfileId = Objects.requireNonNull(messagingProfileId, "messagingProfileId");
            return this;
        }

        /**
         * Sets where the media are, which makes it an MMS. Telnyx takes less than 1 MB in all.
         *
         * @param mediaUrls http or https URLs
         * @return this builder
         */
        public Builder mediaUrls(List<String> mediaUrls) {
            List<String> urls = new ArrayList<>(Objects.requireNonNull(mediaUrls, "mediaUrls"));
            urls.forEach(url -> Objects.requireNonNull(url, "mediaUrl"));
            this.mediaUrls = urls;
            return this;
        }

        /**
         * Adds one media URL, which makes it an MMS.
         *
         * @param mediaUrl an http or https URL
         * @return this builder
         */
        public Builder mediaUrl(String mediaUrl) {
            Objects.requireNonNull(mediaUrl, "mediaUrl");
            List<String> urls = mediaUrls == null ? new ArrayList<>() : mediaUrls;
            urls.add(mediaUrl);
            mediaUrls = urls;
            return this;
        }

        /**
         * Sets the subject of an MMS.
         *
         * @param subject the subject
         * @return this builder
         */
        public Builder subject(String subject) {
            this.subject = Objects.requireNonNull(subject, "subject");
            return this;
        }

        /**
         * Sets where events about it go.
         *
         * @param webhookUrl an http or https URL
         * @return this builder
         */
        public Builder webhookUrl(String webhookUrl) {
            this.webhookUrl = Objects.requireNonNull(webhookUrl, "webhookUrl");
            return this;
        }

        /**
         * Sets where events about it go if the webhook URL does not answer.
         *
         * @param webhookFailoverUrl an http or https URL
         * @return this builder
         */
        public Builder webhookFailoverUrl(String webhookFailoverUrl) {
            this.webhookFailoverUrl = Objects.requireNonNull(webhookFailoverUrl, "webhookFailoverUrl");
            return this;
        }

        /**
         * Sets whether events go to the messaging profile's webhooks too. Telnyx assumes yes.
         *
         * @param useProfileWebhooks the choice
         * @return this builder
         */
        public Builder useProfileWebhooks(boolean useProfileWebhooks) {
            this.useProfileWebhooks = useProfileWebhooks;
            return this;
        }

        /**
         * Sets the encoding of the text. Telnyx assumes {@link Encoding#AUTO}.
         *
         * @param encoding the encoding
         * @return this builder
         */
        public Builder encoding(Encoding encoding) {
            this.encoding = Objects.requireNonNull(encoding, "encoding");
            return this;
        }

        /**
         * Sets when it is to be sent, which schedules it. Telnyx keeps to the minute.
         *
         * @param sendAt a time to come
         * @return this builder
         */
        public Builder sendAt(Instant sendAt) {
            this.sendAt = Objects.requireNonNull(sendAt, "sendAt");
            return this;
        }

        /**
         * Sets whether Telnyx looks out for texts that take unusually many parts. Telnyx assumes no.
         *
         * @param autoDetect the choice
         * @return this builder
         */
        public Builder autoDetect(boolean autoDetect) {
            this.autoDetect = autoDetect;
            return this;
        }

        /**
         * Makes the message.
         *
         * @return an immutable message
         */
        public OutgoingMessage build() {
            return new OutgoingMessage(this);
        }
    }
}
