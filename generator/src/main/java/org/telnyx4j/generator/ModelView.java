package org.telnyx4j.generator;

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
        List<String> rules) {}
