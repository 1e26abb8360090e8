package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * A model, as its template prints it.
 *
 * @param className its name
 * @param doc its comment
 * @param imports the classes that it imports
 * @param deprecated whether the specification has marked it so
 * @param enums the enums within it
 * @param fields its fields, in the order in which they are written
 * @param rules the statements of its table that concern several fields
 */
public record ModelView(
        String className,
        String doc,
        List<String> imports,
        boolean deprecated,
        List<EnumView> enums,
        List<FieldView> fields,
        List<String> rules) {
    /** A method in Java has 64 KB, and a line of the table takes up to 50 bytes. */
    private static final int LINES_OF_A_METHOD = 400;

    /**
     * A part of the table that fits into one method.
     *
     * @param number which one, from 0 on
     * @param lines its statements
     */
    public record TablePart(int number, List<String> lines) {
        /** Whether it is in a method of its own, which the part before it calls at its end. */
        public boolean further() {
            return number > 0;
        }
    }

    /** The statements that describe the fields. */
    public List<TablePart> tableParts() {
        List<TablePart> parts = new ArrayList<>();
        for (int from = 0; from < fields.size(); from += LINES_OF_A_METHOD) {
            List<FieldView> part = fields.subList(from, Math.min(from + LINES_OF_A_METHOD, fields.size()));
            parts.add(new TablePart(
                    parts.size(), part.stream().map(FieldView::tableLine).toList()));
        }
        return parts;
    }
}
