package org.telnyx4j.internal.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.Base64Text;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.OpenEnum;
import org.telnyx4j.json.Sensitivity;

/**
 * Finds the strings of a request that an error of Telnyx may quote and no exception may repeat: all but words of the API
 * and ids. A field that no specification has is private.
 */
public final class SensitiveValues {
    private final List<String> values = new ArrayList<>();

    private SensitiveValues() {}

    /**
     * Returns the sensitive strings of a model and of the models in it.
     *
     * @param model a request's body or its query
     * @return the strings, none of them blank
     */
    public static List<String> of(JsonModel model) {
        SensitiveValues found = new SensitiveValues();
        found.addModel(model);
        return found.values;
    }

    private void addModel(JsonModel model) {
        FieldTable table = model.type().fields();
        Map<String, @Nullable Object> additional = model.getAdditionalProperties();
        for (Field field : table.fields()) {
            Object value = model.get(field.name());
            if (value != null && !additional.containsKey(field.name())) {
                add(value, field.sensitivity() == Sensitivity.NONE || field.sensitivity() == Sensitivity.ID);
                if (field.isBase64Text() && value instanceof String encoded) {
                    // An error may quote the text as it went out, or as it was before.
                    addText(Base64Text.decode(encoded));
                }
            }
        }
        additional.values().forEach(value -> add(value, false));
    }

    private void add(@Nullable Object value, boolean isPublic) {
        if (value instanceof JsonModel model) {
            addModel(model);
        } else if (value instanceof List<?> items) {
            items.forEach(item -> add(item, isPublic));
        } else if (value instanceof Map<?, ?> entries) {
            entries.values().forEach(entry -> add(entry, isPublic));
        } else if (value instanceof String text && !isPublic) {
            addText(text);
        } else if (value instanceof OpenEnum<?> open && !isPublic && open.getValue() instanceof String text) {
            addText(text);
        }
    }

    private void addText(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            values.add(text);
        }
    }
}
