package org.telnyx4j.asyncgenerator;

import java.util.ArrayList;
import java.util.List;

/** Writes Javadoc comments, with lines of no more than 120 characters where it breaks them itself. */
final class DocWriter {
    private static final int WIDTH = 120;

    private final String indent;
    private final List<String> lines = new ArrayList<>();

    DocWriter(int indent) {
        this.indent = " ".repeat(indent);
    }

    /** Adds lines as they are. */
    void lines(List<String> more) {
        lines.addAll(more);
    }

    /** Adds a paragraph. */
    void paragraph(String text) {
        lines.add("");
        wrapped("<p>" + text, "");
    }

    /** Adds text, in as many lines as it needs. */
    void wrapped(String text, String further) {
        int most = WIDTH - indent.length() - 3;
        StringBuilder line = new StringBuilder();
        // A tag in braces may be broken at its spaces, as any other text.
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(further);
                line.append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
    }

    /** Adds an empty line. */
    void gap() {
        lines.add("");
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(indent).append("/**\n");
        for (String line : lines) {
            out.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        return out.append(indent).append(" */\n").toString();
    }
}
