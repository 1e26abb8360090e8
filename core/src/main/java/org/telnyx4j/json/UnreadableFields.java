package org.telnyx4j.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields of a model, and of those in it, that came in another type than their own. */
final class UnreadableFields {
    private final List<String> pointers = new ArrayList<>();

    private UnreadableFields() {}

    static List<String> of(ModelState model) {
        UnreadableFields found = new UnreadableFields();
        found.addModel("", model);
        return found.pointers.isEmpty() ? List.of() : Collections.unmodifiableList(found.pointers);
    }

    private void addModel(String path, ModelState model) {
        FieldTable table = model.schema().fields();
        @Nullable Object[] values = model.values();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof ModelState || value instanceof List<?> || value instanceof Map<?, ?>) {
                add(path + "/" + escaped(table.field(i).name()), value);
            }
        }
        for (String name : model.additional().keySet()) {
            if (table.find(name) != null) {
                pointers.add(path + "/" + escaped(name));
            }
        }
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof ModelState model) {
            addModel(path, model);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                add(path + "/" + i, items.get(i));
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, item) -> add(path + "/" + escaped((String) key), item));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
