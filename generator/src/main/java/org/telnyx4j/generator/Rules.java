package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenModel;

/** The rules of a schema that concern several of its fields, as statements of its table. */
final class Rules {
    private final CodegenModel model;
    private final Set<String> known = new HashSet<>();
    private final List<String> statements = new ArrayList<>();

    private Rules(CodegenModel model) {
        this.model = model;
        model.vars.forEach(property -> known.add(property.baseName));
    }

    static List<String> of(CodegenModel model) {
        Rules rules = new Rules(model);
        if (model.getMinProperties() != null) {
            rules.statements.add("t.minProperties(" + model.getMinProperties() + ");");
        }
        rules.groups(Extensions.EXACTLY_ONE_OF, "exactlyOneOf");
        rules.groups(Extensions.AT_MOST_ONE_OF, "atMostOneOf");
        rules.groups(Extensions.AT_LEAST_ONE_OF, "atLeastOneOf");
        rules.ascending();
        Extensions.demands(model.vendorExtensions, Extensions.REQUIRED_WITH, model.name)
                .forEach((field, demanded) -> rules.add("requiredWith", field, demanded));
        return List.copyOf(rules.statements);
    }

    private void groups(String extension, String method) {
        Extensions.groups(model.vendorExtensions, extension, model.name)
                .forEach(group -> add(method, group.get(0), group.subList(1, group.size())));
    }

    private void ascending() {
        for (List<String> group : Extensions.groups(model.vendorExtensions, Extensions.ASCENDING, model.name)) {
            for (int i = 1; i < group.size(); i++) {
                add("ascending", group.get(i - 1), List.of(group.get(i)));
            }
        }
    }

    private void add(String method, String first, List<String> others) {
        List<String> names = new ArrayList<>(List.of(first));
        names.addAll(others);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new SpecificationException(model.name, method + " names " + name + ", which it does not have");
            }
        }
        statements.add(
                "t." + method + "(" + names.stream().map(JavaNames::literal).collect(Collectors.joining(", ")) + ");");
    }
}
