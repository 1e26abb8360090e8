package org.telnyx4j.asyncgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for an interface, and what is refused. */
class AsyncProcessorTest {
    private static final String ANNOTATION = """
            package org.telnyx4j.internal.async;
            public @interface AsyncForm { String value(); }
            """;

    private static final String INTERFACE = """
            package shop;
            import java.util.List;
            import org.telnyx4j.internal.async.AsyncForm;
            /**
             * Sells things. Safe for use by any number of threads.
             */
            @AsyncForm("shop")
            public interface Shop {
                /**
                 * Buys something, like {@link #sell(int)}.
                 *
                 * <pre>{@code
                 * telnyx.shop().buyOne("thing");
                 * }</pre>
                 *
                 * @param thing what to
                 *     buy
                 * @return what was bought
                 * @throws IllegalStateException if there is none
                 */
                List<String> buyOne(String thing);

                /**
                 * Sells something.
                 *
                 * @param price the price
                 * @return the price
                 */
                @AsyncForm("shop.sell_out")
                int sell(int price);

                /** Closes. */
                void close();
            }
            """;

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();

    @Test
    void theInterfaceHasFuturesAndTheDescription() throws IOException {
        String written = written("shop/AsyncShop.java", INTERFACE);

        assertThat(written)
                .contains("import java.util.List;", "import org.telnyx4j.async.TelnyxFuture;")
                .doesNotContain("AsyncForm")
                .contains(
                        "The asynchronous form of {@link Shop}",
                        "<p>Sells things. Safe for use by any number of threads.")
                .contains("""
                            /**
                             * Buys something, like {@link #sell(int)}.
                             *
                             * <pre>{@code
                             * telnyx.async().shop().buyOne("thing");
                             * }</pre>
                             *
                             * <p>The future fails with a {@link IllegalStateException} if there is none.
                             *
                             * @param thing what to buy
                             * @return a future of: what was bought
                             */
                            TelnyxFuture<List<String>> buyOne(String thing);
                        """)
                .contains("    TelnyxFuture<Integer> sell(int price);", "    TelnyxFuture<Void> close();");
    }

    @Test
    void theClassNamesTheOperationAsTelemetryDoes() throws IOException {
        String written = written("org/telnyx4j/internal/async/DefaultAsyncShop.java", INTERFACE);

        assertThat(written)
                .contains("public final class DefaultAsyncShop implements AsyncShop {")
                .contains(
                        "runner.call(\"shop.buy_one\", runner.timeout(), client -> sync.apply(client).buyOne(thing));")
                .contains("runner.call(\"shop.sell_out\", runner.timeout(), client -> sync.apply(client).sell(price));")
                .contains("runner.run(\"shop.close\", runner.timeout(), client -> sync.apply(client).close());");
    }

    @Test
    void whatHasNoAsynchronousFormStopsTheBuild() throws IOException {
        compile(INTERFACE.replace("void close();", "void close() throws java.io.IOException;"));

        assertThat(messages.toString()).contains("close: a static or generic method, or one with checked exceptions");
        assertThat(folder.resolve("shop/AsyncShop.java")).doesNotExist();
    }

    private String written(String file, String source) throws IOException {
        compile(source);
        return Files.readString(folder.resolve(file));
    }

    /** What is generated does not compile here, since what it calls is not there. */
    private void compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(new Source("org/telnyx4j/internal/async/AsyncForm", ANNOTATION));
        sources.add(new Source("shop/Shop", source));
        JavaCompiler.CompilationTask task = compiler.getTask(
                messages,
                null,
                null,
                List.of("-proc:only", "-s", folder.toString(), "-d", folder.toString()),
                null,
                sources);
        task.setProcessors(List.of(new AsyncProcessor()));
        Boolean unused = task.call();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
