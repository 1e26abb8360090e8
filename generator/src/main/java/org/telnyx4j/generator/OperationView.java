package org.telnyx4j.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * An operation, as the template of its API class prints it.
 *
 * @param id the operation id
 * @param constant the constant that describes it
 * @param name what errors and telemetry call it
 * @param method the HTTP method
 * @param path the path below the base URL
 * @param idempotency what happens when it is asked for twice
 * @param deprecated whether the specification has marked it so
 * @param summary its first sentence
 * @param details the rest of its description, or empty
 * @param arguments its arguments in their order
 * @param responseType the class of the response's body, or empty where there is none
 */
public record OperationView(
        String id,
        String constant,
        String name,
        String method,
        String path,
        String idempotency,
        boolean deprecated,
        String summary,
        String details,
        List<Argument> arguments,
        String responseType) {
    /**
     * One argument.
     *
     * @param type its class
     * @param name its name
     * @param wireName the name of a path parameter in the path, or empty for the query and the body
     * @param doc what it is
     */
    public record Argument(String type, String name, String wireName, String doc) {
        public boolean isPath() {
            return !wireName.isEmpty();
        }

        /** The method of the request's builder that takes it. */
        public String call() {
            return name.equals("query") ? "query" : "body";
        }

        /** The literal of a path parameter's name. */
        public String wireLiteral() {
            return JavaNames.literal(wireName);
        }
    }

    static OperationView of(CodegenOperation operation, String tag) {
        String id = operation.operationIdOriginal == null ? operation.operationId : operation.operationIdOriginal;
        String name = Extensions.text(operation.vendorExtensions, Extensions.NAME);
        check(operation, id);
        return new OperationView(
                operation.operationId,
                JavaNames.constant(operation.operationId),
                name == null ? defaultName(tag, id) : name,
                operation.httpMethod.toUpperCase(Locale.ROOT),
                operation.path,
                idempotency(operation, id),
                operation.isDeprecated,
                Javadoc.sentence(Javadoc.escape(operation.summary == null ? id : operation.summary)),
                operation.unescapedNotes == null ? "" : Javadoc.sentence(Javadoc.escape(operation.unescapedNotes)),
                arguments(operation, id),
                operation.returnType == null ? "" : operation.returnType);
    }

    /** Bodies are models, so that one table checks, writes and reads them. */
    private static void check(CodegenOperation operation, String id) {
        CodegenParameter body = operation.bodyParam;
        if (!operation.formParams.isEmpty() || (body != null && !body.isModel)) {
            throw new SpecificationException(id, "its request's body is not a JSON object");
        }
        boolean model = operation.returnContainer == null && !operation.returnTypeIsPrimitive;
        if (operation.returnType != null && (!model || operation.returnType.equals("Object"))) {
            throw new SpecificationException(id, "its response's body is not a JSON object");
        }
    }

    private static List<Argument> arguments(CodegenOperation operation, String id) {
        List<Argument> arguments = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of("query", "options", "request"));
        for (CodegenParameter parameter : operation.pathParams) {
            // A string, also for what the specification calls a number: it is an id, and goes into a path.
            String fallback = "the path's {@code " + Javadoc.escape(parameter.baseName) + "}";
            arguments.add(new Argument(
                    "String",
                    JavaNames.unique(JavaNames.property(parameter.baseName), taken),
                    parameter.baseName,
                    Javadoc.describe(parameter.unescapedDescription, fallback, List.of())));
        }
        if (!operation.queryParams.isEmpty()) {
            arguments.add(new Argument(Queries.className(id), "query", "", "what goes into the query string"));
        }
        if (operation.bodyParam != null) {
            arguments.add(new Argument(operation.bodyParam.dataType, "request", "", "the body"));
        }
        return arguments;
    }

    /** The tag, and what of the operation's own name the tag does not say. */
    private static String defaultName(String tag, String id) {
        String domain = String.join("_", JavaNames.words(tag)).toLowerCase(Locale.ROOT);
        Set<String> nouns = new HashSet<>();
        for (String word : JavaNames.words(domain.replace("_", " "))) {
            nouns.add(word);
            nouns.add(word.replaceFirst("s$", ""));
        }
        String rest = Pattern.compile("_")
                .splitAsStream(JavaNames.snakeCase(id))
                .filter(word -> !nouns.contains(word))
                .collect(Collectors.joining("_"));
        return domain + "." + (rest.isEmpty() ? JavaNames.snakeCase(id) : rest);
    }

    private static String idempotency(CodegenOperation operation, String id) {
        String declared = Extensions.text(operation.vendorExtensions, Extensions.IDEMPOTENCY);
        if (declared != null) {
            return switch (declared) {
                case "idempotent", "keyed", "deduplicated", "not-idempotent" ->
                    declared.toUpperCase(Locale.ROOT).replace('-', '_');
                default ->
                    throw new SpecificationException(id, Extensions.IDEMPOTENCY + " " + declared + " is not known");
            };
        }
        if (operation.headerParams.stream().anyMatch(header -> header.baseName.equalsIgnoreCase("Idempotency-Key"))) {
            return "KEYED";
        }
        boolean commandId = operation.bodyParam != null
                && operation.bodyParam.vars != null
                && operation.bodyParam.vars.stream().anyMatch(field -> field.baseName.equals("command_id"));
        if (commandId) {
            return "DEDUPLICATED";
        }
        return operation.httpMethod.equalsIgnoreCase("POST") ? "NOT_IDEMPOTENT" : "IDEMPOTENT";
    }

    public String nameLiteral() {
        return JavaNames.literal(name);
    }

    public String pathLiteral() {
        return JavaNames.literal(path);
    }

    /** The class of the query, or empty where there is none. */
    public String queryType() {
        return typeOf("query");
    }

    /** The class of the body, or empty where there is none. */
    public String requestType() {
        return typeOf("request");
    }

    private String typeOf(String name) {
        return arguments.stream()
                .filter(argument -> !argument.isPath() && argument.name().equals(name))
                .map(Argument::type)
                .findFirst()
                .orElse("");
    }

    public boolean hasQuery() {
        return !queryType().isEmpty();
    }

    public boolean hasRequest() {
        return !requestType().isEmpty();
    }

    public boolean hasResponse() {
        return !responseType.isEmpty();
    }

    /** The class of what the short forms return. */
    public String returned() {
        return hasResponse() ? responseType : "void";
    }

    /** The parameter of the response's type. */
    public String wrapped() {
        return hasResponse() ? responseType : "@Nullable Void";
    }

    public String parameters() {
        return arguments.stream()
                .map(argument -> argument.type() + " " + argument.name())
                .collect(Collectors.joining(", "));
    }

    public String parametersAndOptions() {
        return parameters() + (arguments.isEmpty() ? "" : ", ") + "RequestOptions options";
    }

    public String names() {
        return arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
    }

    public String namesAnd() {
        return names() + (arguments.isEmpty() ? "" : ", ");
    }

    public String constantDoc() {
        return "    /** {@code " + method + " " + path + "}. */";
    }

    public String shortDoc() {
        return doc(details.isEmpty() ? List.of(summary) : List.of(summary, details), "", hasResponse());
    }

    public String optionsDoc() {
        return doc(List.of(summary + " With options for this call alone."), "the options", hasResponse());
    }

    public String infoDoc() {
        return doc(List.of(summary + " Returns the status and the headers with the body."), "the options", true);
    }

    private String doc(List<String> start, String options, boolean returns) {
        List<String> parts = new ArrayList<>(start);
        arguments.forEach(argument -> parts.add("@param " + argument.name() + " " + argument.doc()));
        if (!options.isEmpty()) {
            parts.add("@param options " + options);
        }
        if (returns) {
            parts.add("@return the response");
        }
        parts.add("@throws NullPointerException naming the argument, if one is null");
        parts.add(
                "@throws org.telnyx4j.errors.TelnyxException if there is no response that can be read, or it is an error");
        if (deprecated) {
            parts.add("@deprecated Telnyx has marked this operation as deprecated.");
        }
        return Javadoc.comment("    ", parts);
    }
}
