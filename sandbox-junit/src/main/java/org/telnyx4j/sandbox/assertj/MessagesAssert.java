package org.telnyx4j.sandbox.assertj;

import java.util.List;
import org.telnyx4j.sandbox.SandboxMessage;

/** Assertions on messages: each condition keeps those that meet it, and fails if none does. For one thread. */
public final class MessagesAssert extends Narrowing<MessagesAssert, SandboxMessage> {
    private final String name;

    MessagesAssert(String name, List<SandboxMessage> found) {
        this(name, found, List.of());
    }

    private MessagesAssert(String name, List<SandboxMessage> found, List<String> conditions) {
        super(name, found, conditions, MessagesAssert.class);
        this.name = name;
    }

    @Override
    MessagesAssert with(List<SandboxMessage> left, List<String> conditions) {
        return new MessagesAssert(name, left, conditions);
    }

    @Override
    String describe(SandboxMessage each) {
        return Words.describe(each);
    }

    /**
     * Keeps messages to this recipient.
     *
     * @param phoneNumber one of the recipients, in E.164
     * @return assertions on those that are left
     */
    public MessagesAssert to(String phoneNumber) {
        return narrowed(
                "to " + Words.masked(phoneNumber), message -> message.to().contains(phoneNumber), each -> "");
    }

    /**
     * Keeps messages from this sender.
     *
     * @param sender a number, a short code or an alphanumeric sender
     * @return assertions on those that are left
     */
    public MessagesAssert from(String sender) {
        return narrowed(
                "from " + Words.masked(sender), message -> message.from().equals(sender), each -> "");
    }

    /**
     * Keeps messages whose text contains this.
     *
     * @param part a part of the text
     * @return assertions on those that are left
     */
    public MessagesAssert containing(String part) {
        return narrowed(
                "containing \"" + part + "\"",
                message -> message.text().filter(text -> text.contains(part)).isPresent(),
                MessagesAssert::text);
    }

    /**
     * Keeps messages with exactly this text.
     *
     * @param text the whole text
     * @return assertions on those that are left
     */
    public MessagesAssert withText(String text) {
        return narrowed(
                "with the text \"" + text + "\"",
                message -> message.text().filter(text::equals).isPresent(),
                MessagesAssert::text);
    }

    /**
     * Keeps messages in this status.
     *
     * @param status such as {@code delivered}
     * @return assertions on those that are left
     */
    public MessagesAssert withStatus(String status) {
        return narrowed("in status " + status, message -> message.status().equals(status), each -> "");
    }

    private static String text(SandboxMessage message) {
        return message.text().map(text -> ": \"" + text + "\"").orElse(", no text");
    }
}
