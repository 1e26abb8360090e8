package org.telnyx4j.openapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On small classes, built as the generator builds them. */
class EventUseTest {
    private static final String GENERATED = "org/telnyx4j/generated/";

    @TempDir
    Path folder;

    @Test
    void anEventIsNamedWithThePublicClassesThatTakeIt() throws IOException {
        Path generated = compile(
                "generated",
                Map.of(
                        GENERATED + "model/Bark",
                                "package org.telnyx4j.generated.model;"
                                        + " public class Bark { public static final Object TYPE = new Object(); }",
                        GENERATED + "model/Nap",
                                "package org.telnyx4j.generated.model;"
                                        + " public class Nap { public static final Object TYPE = new Object(); }",
                        GENERATED + "event/DogEvent",
                                "package org.telnyx4j.generated.event; import org.telnyx4j.generated.model.*;"
                                        + " public interface DogEvent { class Barked implements DogEvent { public Barked() { use(Bark.TYPE); } }"
                                        + " static void use(Object type) {} }",
                        GENERATED + "event/CatEvent",
                                "package org.telnyx4j.generated.event; import org.telnyx4j.generated.model.*;"
                                        + " public interface CatEvent { class Slept implements CatEvent {"
                                        + " public Slept() { DogEvent.use(Nap.TYPE); } } }",
                        GENERATED + "event/EventTypes",
                                "package org.telnyx4j.generated.event;"
                                        + " public class EventTypes { public static Object eventOf(String type) { return new DogEvent.Barked(); } }"));
        Path facade = compile(
                "facade",
                Map.of(
                        "org/telnyx4j/Kennel",
                                "package org.telnyx4j; import org.telnyx4j.generated.event.*;"
                                        + " public class Kennel { Object barked(DogEvent event) { return event; } }",
                        "org/telnyx4j/Router",
                                "package org.telnyx4j; public class Router {"
                                        + " Object read() { return org.telnyx4j.generated.event.EventTypes.eventOf(null); } }",
                        "org/telnyx4j/internal/Ears",
                                "package org.telnyx4j.internal; import org.telnyx4j.generated.event.*;"
                                        + " public class Ears { Object barked(DogEvent.Barked event) { return event; } }"));

        EventUse use = EventUse.of(facade, generated);

        assertThat(use.of("Bark")).containsExactly("DogEvent.Barked", "Kennel", "Router");
        assertThat(use.of("Nap")).containsExactly("CatEvent.Slept", "Router");
        assertThat(use.of("Meow")).isEmpty();
    }

    private Path compile(String name, Map<String, String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(name + "-sources").resolve(source.getKey() + ".java");
            Files.createDirectories(file.resolveSibling("."));
            files.add(Files.writeString(file, source.getValue()));
        }
        Path classes = folder.resolve(name);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    folder.resolve("generated").toString());
            assertThat(compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                            .call())
                    .isTrue();
        }
        return classes;
    }
}
