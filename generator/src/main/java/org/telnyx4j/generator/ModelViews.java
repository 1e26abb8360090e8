package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Creates the views of models. */
final class ModelViews {
    private static final Map<String, String> IMPORTS = Map.of(
            "BigDecimal", "java.math.BigDecimal",
            "Duration", "java.time.Duration",
            "LocalDate", "java.time.LocalDate",
            "OffsetDateTime", "java.time.OffsetDateTime",
            "List", "java.util.List",
            "Map", "java.util.Map");

    private static final Map<String, String> UNIT_SUFFIXES = Map.of(
            "SECONDS", "(_secs|_seconds|_sec)$",
            "MILLISECONDS", "(_millis|_milliseconds|_ms)$",
            "MINUTES", "(_minutes|_mins|_min)$");

    private final Map<String, CodegenModel> models;

    ModelViews(Map<String, CodegenModel> models) {
        this.models = models;
    }

    ModelView of(CodegenModel model) {
        Map<CodegenProperty, String> enumNames = new LinkedHashMap<>();
        List<EnumView> enums = enums(model, enumNames);
        List<FieldType> types = new ArrayList<>();
        for (CodegenProperty property : model.vars) {
            types.add(FieldType.of(
                    property, place(model, property), inlineEnum -> Objects.requireNonNull(enumNames.get(inlineEnum))));
        }
        List<String> names = names(model, types);
        Set<String> itemNames = new HashSet<>(names);
        List<FieldView> fields = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            fields.add(field(model, i, names.get(i), types.get(i), itemNames));
        }
        return new ModelView(
                model.classname,
                doc(model),
                imports(types, fields, enums),
                model.isDeprecated,
                enums,
                fields,
                Rules.of(model));
    }

    private static String place(CodegenModel model, CodegenProperty property) {
        return model.name + "." + property.baseName;
    }

    private static String doc(CodegenModel model) {
        List<String> parts = new ArrayList<>();
        parts.add(
                Javadoc.describe(model.unescapedDescription, "The schema {@code " + model.classname + "}.", List.of()));
        parts.add("Immutable and safe for use by any number of threads.");
        if (model.isDeprecated) {
            parts.add("@deprecated Telnyx has marked this as deprecated.");
        }
        return Javadoc.comment("", parts);
    }

    private static List<EnumView> enums(CodegenModel model, Map<CodegenProperty, String> names) {
        Set<String> taken = JavaNames.classNames(Set.of(model.classname, "Table", "Builder"));
        model.vars.forEach(property -> addReferences(property, taken));
        List<EnumView> enums = new ArrayList<>();
        for (CodegenProperty property : model.vars) {
            CodegenProperty inline = inlineEnum(property);
            if (inline != null) {
                String name = JavaNames.pascalCase(
                        model.vendorExtensions.containsKey(Queries.EXTENSION)
                                ? JavaNames.snakeCase(JavaNames.parameter(property.baseName))
                                : property.baseName);
                if (taken.contains(name) || JavaNames.isTakenByClass(name)) {
                    name = name + "Enum";
                }
                name = JavaNames.unique(name, taken);
                names.put(inline, name);
                enums.add(EnumView.nested(name, model.classname, property, inline));
            }
        }
        return enums;
    }

    private static void addReferences(@Nullable CodegenProperty property, Set<String> references) {
        if (property != null) {
            if (property.isEnumRef || property.isModel) {
                references.add(property.dataType);
            }
            addReferences(property.items, references);
            addReferences(property.additionalProperties, references);
        }
    }

    private static @Nullable CodegenProperty inlineEnum(CodegenProperty property) {
        if (property.isArray || property.isMap) {
            return property.items == null ? null : inlineEnum(property.items);
        }
        return property.isEnum && !property.isEnumRef ? property : null;
    }

    /** The Java names of all fields: durations without their unit, parameters without {@code filter[]}, none twice. */
    private static List<String> names(CodegenModel model, List<FieldType> types) {
        boolean query = model.vendorExtensions.containsKey(Queries.EXTENSION);
        List<String> whole = model.vars.stream()
                .map(property -> JavaNames.property(property.baseName))
                .toList();
        List<String> shorter = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            String wireName = model.vars.get(i).baseName;
            String suffix = UNIT_SUFFIXES.get(innermost(types.get(i)).kind().name());
            if (query) {
                shorter.add(JavaNames.parameter(wireName));
            } else {
                shorter.add(suffix == null ? whole.get(i) : JavaNames.property(wireName.replaceFirst(suffix, "")));
            }
        }
        Map<String, Long> uses = shorter.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < whole.size(); i++) {
            if (types.get(i).kind() == FieldType.Kind.BASE64_TEXT) {
                // That of the method for the encoded form.
                taken.add(whole.get(i) + "Base64");
            }
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            boolean clear = uses.getOrDefault(shorter.get(i), 0L) == 1;
            names.add(JavaNames.unique(clear ? shorter.get(i) : whole.get(i), taken));
        }
        return names;
    }

    private static FieldType innermost(FieldType type) {
        FieldType item = type.item();
        return item == null ? type : innermost(item);
    }

    private FieldView field(CodegenModel model, int index, String name, FieldType type, Set<String> taken) {
        CodegenProperty property = model.vars.get(index);
        List<String> facts = new ArrayList<>(Facts.of(property, type));
        String description = Javadoc.describe(
                property.unescapedDescription, "The field {@code " + Javadoc.escape(property.baseName) + "}.", facts);
        return new FieldView(
                index,
                property.baseName,
                name,
                JavaNames.capitalized(name),
                type,
                property.isNullable && type.kind() != FieldType.Kind.ANY,
                property.deprecated,
                description,
                type.kind() == FieldType.Kind.LIST ? itemName(name, taken) : "",
                pair(type),
                TableLine.of(property, type, property.required));
    }

    /** Adds to {@code customHeaders} go by {@code addCustomHeader}. */
    private static String itemName(String name, Set<String> taken) {
        String singular = singular(name);
        String add = "add" + JavaNames.capitalized(singular);
        return JavaNames.unique(add, taken);
    }

    private static String singular(String name) {
        if (name.endsWith("ies") && name.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        if (name.matches(".*(sses|xes|ches|shes)")) {
            return name.substring(0, name.length() - 2);
        }
        return name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
    }

    /** The two values of which an item is made that has nothing else: strings, or enums. */
    private FieldView.@Nullable Pair pair(FieldType list) {
        FieldType item = list.item();
        CodegenModel model = list.kind() != FieldType.Kind.LIST || item == null || item.kind() != FieldType.Kind.MODEL
                ? null
                : models.get(item.java());
        if (model == null) {
            return null;
        }
        List<CodegenProperty> required =
                model.vars.stream().filter(property -> property.required).toList();
        boolean pair = required.size() == 2
                && model.vars.size() == 2
                && required.stream().allMatch(property -> property.isString || property.isEnum || property.isEnumRef);
        return pair ? new FieldView.Pair(part(model, required.get(0)), part(model, required.get(1))) : null;
    }

    private static FieldView.Part part(CodegenModel model, CodegenProperty property) {
        String name = JavaNames.property(property.baseName);
        if (property.isEnumRef) {
            return new FieldView.Part(property.dataType, name);
        }
        Map<CodegenProperty, String> enumNames = new LinkedHashMap<>();
        enums(model, enumNames);
        String enumName = enumNames.get(property);
        return new FieldView.Part(enumName == null ? "String" : model.classname + "." + enumName, name);
    }

    private static List<String> imports(List<FieldType> types, List<FieldView> fields, List<EnumView> enums) {
        Set<String> imports = new TreeSet<>(Set.of(
                "com.fasterxml.jackson.annotation.JsonCreator",
                "java.util.Map",
                "org.jspecify.annotations.Nullable",
                "org.telnyx4j.json.FieldTable",
                "org.telnyx4j.json.FieldValues",
                "org.telnyx4j.json.JsonModel",
                "org.telnyx4j.json.ModelBuilder",
                "org.telnyx4j.json.ModelType"));
        types.forEach(type -> addImports(type, imports));
        for (FieldView field : fields) {
            if (field.isCallControlId()) {
                imports.add("org.telnyx4j.ids.CallControlId");
            }
            if (field.isTextOrTexts()) {
                imports.add("java.util.Collection");
            }
            addImport(field.tableLine(), "Format", imports);
            addImport(field.tableLine(), "Sensitivity", imports);
            addImport(field.tableLine(), "JsonTypes", imports);
        }
        if (!enums.isEmpty()) {
            imports.addAll(EnumView.IMPORTS);
        }
        return List.copyOf(imports);
    }

    private static void addImport(String tableLine, String constants, Set<String> imports) {
        if (tableLine.contains("(" + constants + ".") || tableLine.contains(", " + constants + ".")) {
            imports.add("org.telnyx4j.json." + constants);
        }
    }

    private static void addImports(FieldType type, Set<String> imports) {
        IMPORTS.forEach((simple, full) -> {
            if (type.java().equals(simple) || type.java().startsWith(simple + "<")) {
                imports.add(full);
            }
        });
        if (type.kind() == FieldType.Kind.LIST) {
            imports.add("java.util.Collection");
        }
        if (type.item() != null) {
            addImports(type.item(), imports);
        }
    }

    static Map<String, CodegenModel> byClassName(List<CodegenModel> models) {
        Map<String, CodegenModel> byName = new HashMap<>();
        models.forEach(model -> byName.put(model.classname, model));
        return byName;
    }
}
