package org.telnyx4j.internal.privacy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.ModelType;

/**
 * Words that are no secret wherever they stand: the names of the API's fields, those of JSON's types, and whole messages
 * that Telnyx documents. Immutable.
 */
public final class PublicWords {
    /** Fields that errors name though the request may not have them, and the types of JSON. */
    private static final Set<String> ALWAYS = Set.of(
            "from",
            "to",
            "text",
            "type",
            "subject",
            "media_urls",
            "messaging_profile_id",
            "connection_id",
            "webhook_url",
            "webhook_failover_url",
            "phone_number",
            "phone_numbers",
            "call_control_id",
            "command_id",
            "client_state",
            "id",
            "name",
            "page",
            "page[number]",
            "page[size]",
            "send_at",
            "string",
            "integer",
            "number",
            "boolean",
            "array",
            "object",
            "null",
            "true",
            "false");

    /**
     * The words of Telnyx for an error, whatever the request: from its pages on error codes and the examples of its
     * document. In lower case; {} stands for a public word in quotes.
     */
    private static final Set<String> MESSAGES = Set.of(
            "missing required parameter",
            "missing required parameter: {}",
            "invalid {} address",
            "invalid phone number",
            "invalid url",
            "invalid id",
            "resource not found",
            "unexpected error",
            "request timeout",
            "authentication failed",
            "authorization failed",
            "too many requests",
            "duplicate resource",
            "bad request",
            "phone number must be in +e.164 format",
            "malformed json",
            "the requested resource or url could not be found",
            "an unexpected error occured",
            "an unexpected error occurred",
            "the request failed because it was not well-formed",
            "a required parameter was missing",
            "you have exceeded the maximum number of allowed requests",
            "you do not have permission to perform the requested action on the specified resource or resources",
            "could not understand the provided credentials",
            "the required authentication headers were either invalid or not included in the request",
            "the {} parameter must be in e164 format",
            "the {} parameter is required and cannot be blank",
            "the specified phone number parameter must be in +e.164 format",
            "the {} address should be a single valid number",
            "the {} and {} addresses are the same",
            "source and destination are the same",
            "the source and destination numbers are the same",
            "blocked due to stop message",
            "recipient has opted out",
            "message queue full",
            "queue full",
            "messaging queue full",
            "no content provided",
            "invalid message body",
            "messaging profile is disabled",
            "blocked due to content",
            "invalid destination region",
            "message limits exceeded",
            "call has already ended",
            "this call is no longer active and can't receive commands",
            "call not answered yet",
            "dials per second exceeded");

    private static final Pattern QUOTED_NAME =
            Pattern.compile("([\"'`])([A-Za-z][A-Za-z0-9_]{0,60}(?:[.\\[][A-Za-z0-9_.\\[\\]]{0,60})?)\\1");

    private static final int MOST_INDEXES = 2;

    private final Set<String> names;

    private PublicWords(Set<String> names) {
        this.names = names;
    }

    /**
     * Collects the names of the fields of a request.
     *
     * @param models its body and its query, null where there is none
     * @return the words
     */
    public static PublicWords of(@Nullable JsonModel... models) {
        Set<String> names = new HashSet<>();
        Set<JsonType> seen = new HashSet<>();
        for (JsonModel model : models) {
            if (model != null) {
                add(model.type(), names, seen);
            }
        }
        return new PublicWords(names);
    }

    private static void add(@Nullable JsonType type, Set<String> names, Set<JsonType> seen) {
        if (type == null || !seen.add(type)) {
            return;
        }
        if (type instanceof ModelType<?> model) {
            for (Field field : model.fields().fields()) {
                names.add(field.name().toLowerCase(Locale.ROOT));
                add(field.type(), names, seen);
            }
        } else {
            add(type.item(), names, seen);
        }
    }

    /**
     * Returns whether a word is the name of a field, alone or as a path such as {@code phone_numbers[0].phone_number}.
     *
     * @param word the word
     * @return true if all of it is public
     */
    public boolean isPublic(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (names.contains(lower) || ALWAYS.contains(lower)) {
            return true;
        }
        int indexes = 0;
        int fields = 0;
        for (String part : lower.split("[./\\[\\]]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (part.length() <= 2 && part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                indexes++;
            } else if (names.contains(part) || ALWAYS.contains(part)) {
                fields++;
            } else {
                return false;
            }
        }
        // A row of indexes could spell a code.
        return fields > 0 && indexes <= MOST_INDEXES;
    }

    /** Returns whether a text is one of Telnyx's messages as a whole, with none but public words in quotes. */
    boolean isMessage(String text) {
        String pattern = replaceQuoted(text, "{}").strip().toLowerCase(Locale.ROOT);
        return MESSAGES.contains(pattern.endsWith(".") ? pattern.substring(0, pattern.length() - 1) : pattern);
    }

    /** Replaces each public word in quotes, and the quotes; a null replacement leaves the word between two marks. */
    String replaceQuoted(String text, @Nullable String replacement) {
        return QUOTED_NAME.matcher(text).replaceAll(match -> {
            String word = match.group(2);
            String instead = replacement == null ? Mask.OPEN + word + Mask.CLOSE : replacement;
            return Matcher.quoteReplacement(isPublic(word) ? instead : match.group());
        });
    }
}
