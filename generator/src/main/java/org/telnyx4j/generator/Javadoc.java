package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Descriptions of the specification as the text of Javadoc. */
final class Javadoc {
    private static final int WIDTH = 110;

    private Javadoc() {}

    /** Escapes a text, with code where it has Markdown's backticks. */
    static String escape(String description) {
        StringBuilder javadoc = new StringBuilder();
        boolean code = false;
        for (String part : description.strip().replaceAll("\\s+", " ").split("`", -1)) {
            if (code) {
                javadoc.append(code(part));
            } else {
                javadoc.append(text(part));
            }
            code = !code;
        }
        return javadoc.toString();
    }

    private static String code(String text) {
        // Braces that don't match would end the tag in the wrong place, and nothing else may end the comment.
        long open = text.chars().filter(c -> c == '{').count();
        long closed = text.chars().filter(c -> c == '}').count();
        boolean plain = open == closed && !text.contains("*/") && !text.contains("\\u") && !text.contains("@");
        return plain ? "{@code " + text + "}" : "<code>" + text(text) + "</code>";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }

    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    /** A description and the sentences that the facts add to it, ready to print. */
    static String describe(@Nullable String description, String fallback, List<String> facts) {
        String start = description == null || description.isBlank() ? fallback : sentence(escape(description));
        StringBuilder whole = new StringBuilder(start);
        facts.forEach(fact -> whole.append(' ').append(fact));
        return whole.toString();
    }

    /** The lines of a comment, its paragraphs and tags each given as one text without line breaks. */
    static String comment(String indent, List<String> parts) {
        StringBuilder comment = new StringBuilder(indent).append("/**\n");
        boolean tags = false;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean tag = part.startsWith("@");
            if (i > 0 && !(tag && tags)) {
                comment.append(indent).append(" *\n");
            }
            tags = tag;
            String text = i > 0 && !tag ? "<p>" + part : part;
            for (String line : wrap(text, WIDTH - indent.length())) {
                comment.append(indent).append(" * ").append(line).append('\n');
            }
        }
        return comment.append(indent).append(" */").toString();
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(text.startsWith("@") ? "    " : "");
            }
            line.append(line.length() > 0 && !line.toString().isBlank() ? " " : "")
                    .append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
