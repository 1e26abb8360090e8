package org.telnyx4j.openapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.telnyx4j.openapi.document.DocumentReader;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Builds a project as Maven would, in small: classes are generated from {@code openapi/telnyx.yaml},
 * then the facade's sources are compiled against them.
 */
public final class SmallBuilds implements Builds {
    private static final String PACKAGE = "org.telnyx4j.generated";

    private final List<String> runs = new ArrayList<>();
    private boolean testsFail;

    /** Returns the builds that were run, as {@code folder: goal}. */
    public List<String> runs() {
        return runs;
    }

    /** Lets the builds that run tests fail from now on. */
    public void letTestsFail() {
        testsFail = true;
    }

    @Override
    public boolean run(Path folder, Path log, String... arguments) throws IOException {
        String goal = arguments[arguments.length - 1];
        runs.add(folder.getFileName() + ": " + goal);
        Files.writeString(log, "");
        Path generated = folder.resolve("generated-client/target/classes");
        boolean facade = List.of(arguments).contains("generated-client,facade") || goal.equals("verify");
        boolean built = compile(sources(folder), generated, generated, log)
                && (!facade
                        || compile(
                                files(folder.resolve("facade/src")),
                                generated,
                                folder.resolve("facade/target/classes"),
                                log));
        if (built && goal.equals("verify") && testsFail) {
            Files.writeString(log, "[INFO] busy\n[ERROR] PetTest.itBarks: expected a bark\n[ERROR] -> [Help 1]\n");
            return false;
        }
        return built;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        Path specification = folder.resolve("openapi/telnyx.yaml");
        Map<String, String> classes = Files.exists(specification)
                ? generated(new SpecDocument(DocumentReader.read(specification)))
                : Map.of();
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> entry : classes.entrySet()) {
            Path file = folder.resolve("generated-client/target/sources/" + entry.getKey() + ".java");
            Files.createDirectories(file.resolveSibling("."));
            files.add(Files.writeString(file, entry.getValue()));
        }
        return files;
    }

    private static Map<String, String> generated(SpecDocument document) {
        Map<String, String> classes = new TreeMap<>();
        StringBuilder api = new StringBuilder(
                "package " + PACKAGE + ".api; import " + PACKAGE + ".model.*;\n" + "public class PetsApi {\n");
        document.operations().forEach(operation -> {
            JsonNode schema = operation
                    .node()
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path(SpecDocument.JSON);
            String type = type(schema.path("schema"));
            api.append("public ")
                    .append(type)
                    .append(' ')
                    .append(operation.node().path("operationId").asText());
            api.append("WithHttpInfo() { return null; }\n");
        });
        classes.put("api/PetsApi", api.append('}').toString());
        for (String name : document.schemaNames()) {
            classes.put("model/" + name, model(name, document.schema(name).path("properties")));
        }
        return classes;
    }

    private static String model(String name, JsonNode properties) {
        StringBuilder model = new StringBuilder("package " + PACKAGE + ".model;\npublic class " + name + " {\n");
        for (String property : Schemas.fieldNames(properties)) {
            String type = type(properties.path(property));
            String pascal = Character.toUpperCase(property.charAt(0)) + property.substring(1);
            model.append("@com.fasterxml.jackson.annotation.JsonProperty(\"" + property + "\") private " + type + " "
                    + property + ";\npublic " + type + " get" + pascal + "() { return " + property + "; }\n");
        }
        return model.append('}').toString();
    }

    private static String type(JsonNode schema) {
        String name = SpecDocument.refName(schema);
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (name.isEmpty() ? type : "") {
            case "" -> name.isEmpty() ? "Object" : name;
            case "string" -> "String";
            case "integer" -> "Integer";
            case "array" -> "java.util.List<" + type(schema.path("items")) + ">";
            default -> "Object";
        };
    }

    private static boolean compile(List<Path> sources, Path classpath, Path output, Path log) throws IOException {
        Files.createDirectories(output);
        if (sources.isEmpty()) {
            return true;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var errors = Files.newBufferedWriter(log)) {
            return compiler.getTask(
                            errors,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    output.toString(),
                                    "-proc:none",
                                    "-cp",
                                    classpath + java.io.File.pathSeparator + System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }
}
