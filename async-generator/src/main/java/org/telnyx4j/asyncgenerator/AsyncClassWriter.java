package org.telnyx4j.asyncgenerator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the class that implements the asynchronous form of an interface. */
final class AsyncClassWriter {
    private AsyncClassWriter() {}

    static String write(SyncInterface source) {
        StringBuilder out = new StringBuilder();
        out.append("package ").append(SyncInterface.IMPLEMENTATIONS).append(";\n\n");
        for (String line : imports(source)) {
            out.append(line).append('\n');
        }
        out.append("\n/** Calls {@link ").append(source.name()).append("} on another thread. */\n");
        out.append("public final class ").append(source.className());
        out.append(" implements ").append(source.asyncName()).append(" {\n");
        out.append("    private final AsyncRunner runner;\n");
        out.append("    private final Function<TelnyxClient, ")
                .append(source.name())
                .append("> sync;\n\n");
        String parameters = "(AsyncRunner runner, Function<TelnyxClient, " + source.name() + "> sync) {\n";
        out.append("    private ").append(source.className()).append(parameters);
        out.append("        this.runner = runner;\n");
        out.append("        this.sync = sync;\n");
        out.append("    }\n\n");
        // A method and no constructor: what calls it can be verified without loading this class or its interface.
        out.append("    /**\n");
        out.append("     * Creates the operations.\n     *\n");
        out.append("     * @param runner runs them on another thread\n");
        out.append("     * @param sync the operations of a client, for the thread that runs them\n");
        out.append("     * @return the operations\n");
        out.append("     */\n");
        out.append("    public static ")
                .append(source.asyncName())
                .append(" of")
                .append(parameters);
        out.append("        return new ").append(source.className()).append("(runner, sync);\n");
        out.append("    }\n");
        for (SyncMethod method : source.methods()) {
            out.append("\n    @Override\n    public ").append(method.head()).append(" {\n");
            out.append("        return ").append(result(method)).append(";\n    }\n");
        }
        return out.append("}\n").toString();
    }

    private static Set<String> imports(SyncInterface source) {
        Set<String> imports = source.importsWith(Map.of(
                SyncMethod.Kind.CALL,
                List.of("import org.telnyx4j.async.TelnyxFuture;"),
                SyncMethod.Kind.LIST,
                List.of(
                        "import org.telnyx4j.internal.paging.PagePublisher;",
                        "import org.telnyx4j.paging.AsyncPagedList;"),
                SyncMethod.Kind.RAW,
                List.of(
                        "import org.jspecify.annotations.Nullable;",
                        "import org.telnyx4j.async.TelnyxFuture;",
                        "import org.telnyx4j.client.RequestOptions;")));
        imports.add("import java.util.function.Function;");
        imports.add("import org.telnyx4j.internal.exchange.AsyncRunner;");
        imports.add("import org.telnyx4j.internal.exchange.TelnyxClient;");
        imports.add("import " + source.packageName() + ".*;");
        return imports;
    }

    private static String result(SyncMethod method) {
        String call = method.callOn("sync.apply(client)");
        String limit = limit(method);
        return switch (method.kind()) {
            case DOMAIN -> "DefaultAsync" + method.returned() + ".of(runner, client -> " + call + ")";
            case LIST ->
                "PagePublisher.of(runner, \"" + method.operation() + "\", " + limit + ", client -> " + call + ")";
            case RAW -> "runner.call(\"raw\", " + limit + ", client -> call.apply(" + call + "))";
            default ->
                "void".equalsIgnoreCase(method.returned())
                        ? "runner.run(\"" + method.operation() + "\", " + limit + ", client -> " + call + ")"
                        : "runner.call(\"" + method.operation() + "\", " + limit + ", client -> " + call + ")";
        };
    }

    private static String limit(SyncMethod method) {
        String atMost = method.atMost();
        String options = method.options();
        if (atMost != null) {
            return "runner.atMost(" + atMost + ")";
        }
        return options == null ? "runner.timeout()" : "runner.timeout(" + options + ")";
    }
}
