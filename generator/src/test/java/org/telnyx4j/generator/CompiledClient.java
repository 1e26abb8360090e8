package org.telnyx4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.telnyx4j.json.ModelType;

/** What is generated from a specification, compiled and loaded. */
final class CompiledClient {
    private final Path folder;
    private final URLClassLoader classes;

    private CompiledClient(Path folder, URLClassLoader classes) {
        this.folder = folder;
        this.classes = classes;
    }

    /** Generates and compiles; fails with the compiler's messages. */
    static CompiledClient of(Path specification, Path folder) throws IOException {
        Generation.run(specification, folder.resolve("out"));
        Path compiled = folder.resolve("classes");
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().endsWith("module-info.java"))
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-parameters",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                compiled.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
        URL[] roots = {compiled.toUri().toURL()};
        return new CompiledClient(folder, new URLClassLoader(roots, CompiledClient.class.getClassLoader()));
    }

    /** Returns the source of a class below the root package. */
    String source(String name) throws IOException {
        return Files.readString(file(name));
    }

    Path file(String name) {
        return folder.resolve("out/java/org/telnyx4j/generated/" + name + ".java");
    }

    Class<?> load(String name) throws ReflectiveOperationException {
        return Class.forName("org.telnyx4j.generated." + name, true, classes);
    }

    ModelType<?> type(String model) throws ReflectiveOperationException {
        return (ModelType<?>) load("model." + model).getField("TYPE").get(null);
    }
}
