package org.telnyx4j.asyncgenerator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the asynchronous form of an interface, with its Javadoc. */
final class AsyncInterfaceWriter {
    /** How code in a description begins. */
    private static final Pattern SAMPLE = Pattern.compile("\\btelnyx\\.(?=\\w+\\(\\))");

    private AsyncInterfaceWriter() {}

    static String write(SyncInterface source) {
        StringBuilder out = new StringBuilder();
        out.append("package ").append(source.packageName()).append(";\n\n");
        for (String line : imports(source)) {
            out.append(line).append('\n');
        }
        out.append('\n').append(type(source));
        out.append("public interface ").append(source.asyncName()).append(" {\n");
        String gap = "";
        for (SyncMethod method : source.methods()) {
            out.append(gap).append(doc(method));
            out.append("    ").append(method.head()).append(";\n");
            gap = "\n";
        }
        return out.append("}\n").toString();
    }

    private static Set<String> imports(SyncInterface source) {
        return source.importsWith(Map.of(
                SyncMethod.Kind.CALL,
                List.of("import org.telnyx4j.async.TelnyxFuture;"),
                SyncMethod.Kind.LIST,
                List.of("import org.telnyx4j.paging.AsyncPagedList;"),
                SyncMethod.Kind.RAW,
                List.of(
                        "import java.util.function.Function;",
                        "import org.jspecify.annotations.Nullable;",
                        "import org.telnyx4j.async.TelnyxFuture;")));
    }

    private static String type(SyncInterface source) {
        DocWriter doc = new DocWriter(0);
        doc.wrapped(
                "The asynchronous form of {@link " + source.name()
                        + "}, with the same methods and the same description."
                        + " What is returned there is here the result of a {@link org.telnyx4j.async.TelnyxFuture}, and"
                        + " what is thrown there is what the future fails with; the call itself runs on another thread, as"
                        + " {@link org.telnyx4j.async.AsyncOptions} describes. Where a thread is said to be interrupted,"
                        + " that is what cancelling the future does.",
                "");
        doc.gap();
        List<String> body = withAsyncSamples(source.doc().body());
        if (!body.isEmpty()) {
            doc.lines(List.of("<p>" + body.get(0)));
            doc.lines(body.subList(1, body.size()));
        }
        return doc.toString();
    }

    /** Samples that catch exceptions stay as they are: a future has no part in them. */
    private static List<String> withAsyncSamples(List<String> body) {
        return body.stream().anyMatch(line -> line.contains("catch ("))
                ? body
                : body.stream()
                        .map(line -> SAMPLE.matcher(line).replaceAll("telnyx.async()."))
                        .toList();
    }

    private static String doc(SyncMethod method) {
        DocWriter doc = new DocWriter(4);
        List<String> body = withAsyncSamples(method.doc().body());
        if (method.kind() == SyncMethod.Kind.RAW) {
            body = body.stream()
                    .map(line -> line.replaceFirst("^Returns ", "Gives a function "))
                    .toList();
        }
        doc.lines(body);
        if (method.kind() == SyncMethod.Kind.RAW) {
            doc.paragraph(
                    "The function is called on another thread, and its calls have one timeout together, which counts"
                            + " from now on: one call for each function is what this is for.");
        }
        String fails =
                method.kind() == SyncMethod.Kind.LIST ? "Who reads the list gets a " : "The future fails with a ";
        for (Doc.Tag thrown : method.doc().tags("throws")) {
            String[] parts = thrown.text().split(" ", 2);
            doc.paragraph(fails + "{@link " + parts[0] + "} " + parts[1] + ".");
        }
        if (!method.doc().tags().isEmpty()) {
            doc.gap();
        }
        for (Doc.Tag parameter : method.doc().tags("param")) {
            doc.wrapped("@param " + parameter.text(), "    ");
        }
        if (method.kind() == SyncMethod.Kind.RAW) {
            doc.wrapped("@param <T> what the function returns", "    ");
            doc.wrapped("@param call sends something, and returns what the future is to have", "    ");
            doc.wrapped("@return a future of what the function returns", "    ");
            return doc.toString();
        }
        for (Doc.Tag returned : method.doc().tags("return")) {
            String future = method.kind() == SyncMethod.Kind.CALL ? "a future of: " : "";
            doc.wrapped("@return " + future + returned.text(), "    ");
        }
        return doc.toString();
    }
}
