package org.telnyx4j.asyncgenerator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Javadoc comment in its parts.
 *
 * @param body all before the first tag, line by line
 * @param tags the tags, in their order
 */
record Doc(List<String> body, List<Tag> tags) {
    /**
     * A tag of a block.
     *
     * @param name such as {@code param}
     * @param lines what follows, line by line
     */
    record Tag(String name, List<String> lines) {
        /** Returns all of it in one line. */
        String text() {
            return String.join(" ", lines.stream().map(String::strip).toList()).strip();
        }
    }

    static Doc parse(@Nullable String comment) {
        List<String> body = new ArrayList<>();
        List<Tag> tags = new ArrayList<>();
        if (comment != null) {
            for (String line : comment.strip().lines().toList()) {
                // The space after the asterisk belongs to each line but the first, from which it was stripped.
                String text = line.startsWith(" ") ? line.substring(1) : line;
                if (text.startsWith("@")) {
                    String[] parts = text.substring(1).split("\\s+", 2);
                    tags.add(new Tag(parts[0], new ArrayList<>(List.of(parts.length > 1 ? parts[1] : ""))));
                } else if (tags.isEmpty()) {
                    body.add(text);
                } else {
                    tags.get(tags.size() - 1).lines().add(text);
                }
            }
        }
        while (!body.isEmpty() && body.get(body.size() - 1).isBlank()) {
            body.remove(body.size() - 1);
        }
        return new Doc(List.copyOf(body), List.copyOf(tags));
    }

    /** Returns the tags of a name. */
    List<Tag> tags(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).toList();
    }
}
