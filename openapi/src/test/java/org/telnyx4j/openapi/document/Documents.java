package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Small documents for tests, written as YAML. */
public final class Documents {
    private Documents() {}

    /** Reads a document. */
    public static ObjectNode yaml(String text) {
        return DocumentReader.read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a document with these component schemas. */
    public static SpecDocument schemas(String text) {
        return new SpecDocument(yaml("components:\n  schemas:\n" + text.indent(4)));
    }

    /** Writes a part of a document in one line, keywords and names in the house's order. */
    public static String show(JsonNode node) {
        ObjectNode wrapper = yaml("{}");
        wrapper.set("node", node);
        return Ordering.of(wrapper).path("node").toString().replace("\"", "");
    }
}
