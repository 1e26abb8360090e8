package org.telnyx4j.messaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message with placeholders such as {@code {name}}, checked before it is sent: each placeholder has a value, and
 * the text does not become more parts than it may, since each part is charged. Immutable and safe for use by any number of
 * threads.
 *
 * <pre>{@code
 * MessageTemplate template = MessageTemplate.of("Hello {name}, your code is {code}.").withMostParts(1);
 * String text = template.fill(Map.of("name", "Jane", "code", "123456"));
 * }</pre>
 *
 * <p>A placeholder may have any name without braces, with blanks too. <code>{{</code> and <code>}}</code> stand for a brace
 * in the text.
 */
public final class MessageTemplate {
    private final List<Piece> pieces;
    private final Set<String> placeholders;
    private final int mostParts;

    /** Literal text, or the name of a placeholder. */
    private record Piece(String text, boolean isPlaceholder) {}

    private MessageTemplate(List<Piece> pieces, int mostParts) {
        this.pieces = pieces;
        this.mostParts = mostParts;
        Set<String> names = new LinkedHashSet<>();
        pieces.stream().filter(Piece::isPlaceholder).forEach(piece -> names.add(piece.text()));
        this.placeholders = Collections.unmodifiableSet(names);
    }

    /**
     * Reads a template.
     *
     * @param template the text, with placeholders in braces; not empty
     * @return the template, whose texts may have any number of parts
     * @throws IllegalArgumentException with the place of a brace that is not opened or closed, or of a placeholder without a
     *     name. The text is not in the message
     */
    public static MessageTemplate of(String template) {
        if (template.isEmpty()) {
            throw new IllegalArgumentException("template must not be empty");
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            if (c != '{' && c != '}') {
                literal.append(c);
                i++;
            } else if (i + 1 < template.length() && template.charAt(i + 1) == c) {
                literal.append(c);
                i += 2;
            } else if (c == '}') {
                throw new IllegalArgumentException(
                        "template has a } at place " + (i + 1) + " that no { opens; }} stands for the brace itself");
            } else {
                int end = template.indexOf('}', i);
                pieces.add(new Piece(literal.toString(), false));
                literal.setLength(0);
                pieces.add(new Piece(name(template, i, end), true));
                i = end + 1;
            }
        }
        pieces.add(new Piece(literal.toString(), false));
        return new MessageTemplate(List.copyOf(pieces), Integer.MAX_VALUE);
    }

    private static String name(String template, int start, int end) {
        String name = end < 0 ? "" : template.substring(start + 1, end).strip();
        if (name.isEmpty() || name.indexOf('{') >= 0) {
            throw new IllegalArgumentException("template has a { at place " + (start + 1)
                    + " without a name and a } after it; {{ stands for the brace itself");
        }
        return name;
    }

    /**
     * Returns a copy that refuses longer texts.
     *
     * @param parts how many parts a text may have, as {@link SmsSegments} counts them; from 1
     * @return the copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public MessageTemplate withMostParts(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be 1 or more, was " + parts);
        }
        return new MessageTemplate(pieces, parts);
    }

    /**
     * Returns which values are needed.
     *
     * @return the names of the placeholders, in their order, each once; unmodifiable
     */
    public Set<String> placeholders() {
        return placeholders;
    }

    /**
     * Fills the template. Braces in a value stay as they are.
     *
     * @param values the values by placeholder; those that the template does not have are ignored
     * @return the text
     * @throws IllegalArgumentException naming the placeholder, if its value is missing or blank, or if the text has too many
     *     parts. Neither the text nor a value is in the message, but a single character that makes the text longer
     */
    public String fill(Map<String, String> values) {
        return fill(values::get);
    }

    /**
     * Fills the template, as {@link #fill(Map)} does.
     *
     * @param values returns the value of a placeholder, or null if there is none
     * @return the text
     * @throws IllegalArgumentException as {@link #fill(Map)}
     */
    public String fill(Function<String, @Nullable String> values) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.isPlaceholder() ? value(piece.text(), values.apply(piece.text())) : piece.text());
        }
        String text = filled.toString();
        if (mostParts < Integer.MAX_VALUE) {
            check(SmsSegments.of(text));
        }
        return text;
    }

    private static String value(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("no value for {" + name + "}");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("the value for {" + name + "} is empty");
        }
        return value;
    }

    private void check(SmsSegments segments) {
        if (segments.parts() <= mostParts) {
            return;
        }
        String reason = segments.ucs2Character()
                .map(character -> ", as it contains " + character + ", for which a part has 70 characters and not 160")
                .orElse("");
        throw new IllegalArgumentException(
                "the text would have " + segments.parts() + " parts, at most " + mostParts + " are allowed" + reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageTemplate that && pieces.equals(that.pieces) && mostParts == that.mostParts;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pieces, mostParts);
    }

    /** Shows the placeholders; the text is private. */
    @Override
    public String toString() {
        return "MessageTemplate[placeholders=" + placeholders + "]";
    }
}
