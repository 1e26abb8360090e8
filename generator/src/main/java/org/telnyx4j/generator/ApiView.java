package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.codegen.CodegenOperation;

/**
 * An API class, as its template prints it.
 *
 * @param className its name
 * @param accessor the method of {@code RawApi} that returns it
 * @param description what its operations are about
 * @param imports the classes that it imports
 * @param operations its operations
 */
public record ApiView(
        String className, String accessor, String description, List<String> imports, List<OperationView> operations) {
    static ApiView of(String className, String modelPackage, List<CodegenOperation> operations) {
        String tag = operations.get(0).tags.get(0).getName();
        String description = operations.get(0).tags.get(0).getDescription();
        List<OperationView> views = new ArrayList<>();
        operations.forEach(operation -> views.add(OperationView.of(operation, tag)));
        Set<String> imports = new TreeSet<>();
        for (OperationView view : views) {
            view.arguments().stream()
                    .filter(argument -> !argument.isPath())
                    .forEach(argument -> imports.add(modelPackage + "." + argument.type()));
            if (view.hasResponse()) {
                imports.add(modelPackage + "." + view.responseType());
            } else {
                imports.add("org.jspecify.annotations.Nullable");
            }
        }
        return new ApiView(
                className,
                JavaNames.legal(JavaNames.camelCase(tag)),
                description == null ? tag + "." : Javadoc.sentence(Javadoc.escape(description)),
                List.copyOf(imports),
                views);
    }

    public String doc() {
        return Javadoc.comment(
                "",
                List.of(
                        description,
                        "Immutable and safe for use by any number of threads. Each operation comes in three forms: with its"
                                + " arguments alone, with options for this call, and ({@code …WithHttpInfo}) with the status"
                                + " and the headers of the response."));
    }

    public String accessorDoc() {
        return Javadoc.comment("    ", List.of(description, "@return the operations"));
    }
}
