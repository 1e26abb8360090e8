package org.telnyx4j.openapi.normalize;

import java.util.List;
import java.util.Map;
import org.telnyx4j.openapi.document.SpecDocument;

/** Runs the normalisations in the one order in which they fit together. */
public final class Normalizer {
    private final List<Step> steps;
    private final InlineSchemas inline;

    /**
     * Creates a normalizer.
     *
     * @param inlineNames names for schemas that stand in place, keyed {@code Owner.property}
     * @param enumNames names for enums, keyed {@code Owner.property} or {@code operationId.parameter}
     */
    public Normalizer(Map<String, String> inlineNames, Map<String, String> enumNames) {
        inline = new InlineSchemas(inlineNames);
        steps = List.of(
                new Keywords(),
                new QueryParameters(),
                new Alternatives(),
                new ScalarComponents(),
                new NullableComponents(),
                new Formats(),
                new ReadOnly(),
                inline,
                new SharedEnums(enumNames),
                new AnyValues(),
                new Assumptions(),
                SpecDocument::prune);
    }

    /** Normalises the document. */
    public void apply(SpecDocument document) {
        steps.forEach(step -> step.apply(document));
    }

    /** Returns the components that the last document got for objects in place, keyed to {@code Owner.property}. */
    public Map<String, String> inlinePlaces() {
        return inline.made();
    }
}
