package org.telnyx4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.OpenEnum;

/** Names that are equal in Java, names that Java has, and numbers that a class file hardly holds: all of it compiles. */
class AnySpecificationTest {
    private static final int VALUES = 5_000;
    private static final int PROPERTIES = 2_000;
    private static final Pattern IMPORT = Pattern.compile("^import [\\w.]+\\.(\\w+);", Pattern.MULTILINE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static CompiledClient client;

    private static final Map<String, Object> schemas = new LinkedHashMap<>();

    @BeforeAll
    static void generateAndCompile() throws Exception {
        schemas.put(
                "Similar",
                object(
                        "web_hook",
                        "webHook",
                        "webhook",
                        "WEB_HOOK",
                        "Webhook",
                        "web-hook",
                        "web$hook",
                        "web\"hook",
                        "wéb",
                        "clear_webhook",
                        "add_tag",
                        "get_class",
                        "set",
                        "set_null",
                        "put",
                        "build",
                        "with"));
        withEnums();
        schemas.put("Huge", object(names(PROPERTIES, "property_").toArray(new String[0])));
        schemas.put(
                "Lists",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(
                                "tags",
                                listOf("string"),
                                "tag",
                                listOf("string"),
                                "add_tag",
                                Map.of("type", "string"))));
        for (String name : namesThatJavaHas()) {
            schemas.putIfAbsent(name, object("name", "tags"));
        }
        write();
        client = CompiledClient.of(folder.resolve("spec.json"), folder);
    }

    private static void withEnums() {
        schemas.put("Many", Map.of("type", "string", "enum", names(VALUES, "value-")));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("many", Map.of("type", "string", "enum", names(VALUES, "value-")));
        properties.put(
                "status", Map.of("type", "string", "enum", List.of("on", "ON", "On", "o$n", "\"on\"", "$", "'")));
        properties.put(
                "STATUS", Map.of("type", "string", "enum", List.of("off", "", "known values", "collected", "é")));
        schemas.put("Enums", Map.of("type", "object", "properties", properties));
    }

    /** All of java.lang, and whatever generated code imports. */
    private static Set<String> namesThatJavaHas() throws IOException {
        Set<String> names = new TreeSet<>();
        ModuleFinder.ofSystem().find("java.base").orElseThrow().open().list().forEach(file -> {
            if (file.startsWith("java/lang/") && file.endsWith(".class") && file.lastIndexOf('/') == 9) {
                String name = file.substring("java/lang/".length(), file.length() - ".class".length());
                if (name.matches("[A-Z]\\w*")) {
                    names.add(name);
                }
            }
        });
        try (Stream<Path> templates = Files.walk(Path.of("src/main"))) {
            for (Path file : templates.filter(Files::isRegularFile).toList()) {
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    names.add(imports.group(1));
                }
                Matcher literals = Pattern.compile("\"(?:java|org|com)\\.[a-z0-9.]+\\.([A-Z]\\w*)\"")
                        .matcher(Files.readString(file));
                while (literals.find()) {
                    names.add(literals.group(1));
                }
            }
        }
        names.addAll(List.of("ThingsApi", "RawApi", "EventTypes", "Table", "Known"));
        return names;
    }

    private static List<String> names(int count, String prefix) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + String.format(Locale.ROOT, "%05d", i));
        }
        return names;
    }

    private static Map<String, Object> listOf(String type) {
        return Map.of("type", "array", "items", Map.of("type", type));
    }

    private static Map<String, Object> object(String... properties) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (String property : properties) {
            boolean list = property.equals("tags");
            byName.put(property, list ? listOf("string") : Map.of("type", List.of("string", "null"), "maxLength", 9));
        }
        return Map.of("type", "object", "properties", byName);
    }

    // Each schema is a field of one, so that each is imported and referred to by its simple name.
    private static void write() throws IOException {
        Map<String, Object> uses = new LinkedHashMap<>();
        Map<String, Object> paths = new LinkedHashMap<>();
        for (String name : schemas.keySet()) {
            Map<String, Object> reference = Map.of("$ref", "#/components/schemas/" + name);
            uses.put(name, reference);
            uses.put(name + "_list", Map.of("type", "array", "items", reference));
        }
        schemas.put("Uses", Map.of("type", "object", "properties", uses));
        int number = 0;
        for (String name : schemas.keySet()) {
            if (name.equals("Many")) {
                continue;
            }
            Map<String, Object> content =
                    Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/" + name)));
            paths.put(
                    "/things/" + number + "/{a$b}",
                    Map.of(
                            "post",
                            Map.of(
                                    "tags", List.of("Things"),
                                    "operationId", "do" + number++,
                                    "parameters",
                                            List.of(
                                                    Map.of(
                                                            "name",
                                                            "a$b",
                                                            "in",
                                                            "path",
                                                            "required",
                                                            true,
                                                            "schema",
                                                            Map.of("type", "string")),
                                                    Map.of(
                                                            "name",
                                                            "filter[\"x$\"]",
                                                            "in",
                                                            "query",
                                                            "schema",
                                                            Map.of("type", "string"))),
                                    "requestBody", Map.of("content", content),
                                    "responses", Map.of("200", Map.of("description", "OK", "content", content)))));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Any", "version", "1"));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas));
        new ObjectMapper().writeValue(new File(folder.toString(), "spec.json"), document);
    }

    @Test
    void propertiesThatAreEqualInJava_eachHaveMethodsOfTheirOwn() throws Exception {
        String json = "{\"web_hook\":\"1\",\"webHook\":\"2\",\"webhook\":\"3\",\"WEB_HOOK\":\"4\",\"Webhook\":\"5\","
                + "\"web-hook\":\"6\",\"web$hook\":\"7\",\"web\\\"hook\":\"8\"}";
        JsonModel model = (JsonModel) client.type("Similar").fromJson(json);

        assertThat(model.toJson()).isEqualTo(json);
        assertThat(model.getAdditionalProperties()).isEmpty();
        assertThat(model.getClass().getMethod("getWebHook").invoke(model)).isEqualTo("1");
        assertThat(model.getClass().getMethod("getWebHook2").invoke(model)).isEqualTo("2");
    }

    @Test
    void anEnumOfThousandsOfValues_knowsThemAll() throws Exception {
        for (String name : List.of("model.Many", "model.Enums$Many")) {
            Class<?> many = client.load(name);
            assertThat((List<?>) many.getMethod("knownValues").invoke(null)).hasSize(VALUES);
            assertThat(many.getMethod("fromValue", String.class).invoke(null, "value-04999"))
                    .isSameAs(many.getField("VALUE_04999").get(null));
        }
    }

    @Test
    void enumsThatDifferInCaseAlone_areTwoClassesInEveryFileSystem() throws Exception {
        assertThat(client.source("model/Enums"))
                .contains("class Status extends OpenEnum<String>")
                .contains("class STATUSEnum extends OpenEnum<String>");
        OpenEnum<?> value =
                (OpenEnum<?>) client.load("model.Enums$Status").getField("ON2").get(null);
        assertThat(value.getValue()).isEqualTo("ON");
    }

    @Test
    void aModelOfThousandsOfFields_readsAndWritesThem() throws Exception {
        String json = "{\"property_00000\":\"first\",\"property_01999\":\"last\"}";

        assertThat(((JsonModel) client.type("Huge").fromJson(json)).toJson()).isEqualTo(json);
        assertThat(client.type("Huge").fields().size()).isEqualTo(PROPERTIES);
    }

    @Test
    void classesThatJavaHas_haveAnotherNameHere() throws Exception {
        assertThat(client.type("StringModel").fields().size()).isEqualTo(2);
        assertThat(client.type("CollectionModel").fields().size()).isEqualTo(2);
        assertThat(client.type("ThingsApiModel").fields().size()).isEqualTo(2);
    }
}
