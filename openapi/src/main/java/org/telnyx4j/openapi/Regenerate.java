package org.telnyx4j.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line: makes {@code telnyx.yaml} of an upstream document.
 *
 * <p>Exit codes: 0 made, 1 the document or our own files are faulty and nothing was written, 2 the
 * command line was.
 */
public final class Regenerate {
    private static final String USAGE = "usage: scripts/regenerate path/to/upstream.yml";

    private final PrintStream out;
    private final PrintStream err;

    Regenerate(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs with the folder {@code openapi} and the upstream document's path, and ends the JVM. */
    public static void main(String[] args) {
        System.exit(new Regenerate(System.out, System.err).run(args));
    }

    int run(String... args) {
        if (args.length != 2 || args[1].startsWith("-")) {
            err.println(USAGE);
            return 2;
        }
        Path directory = Path.of(args[0]);
        Path source = Path.of(args[1]);
        if (!Files.isRegularFile(source)) {
            err.println("There is no file " + source);
            err.println(USAGE);
            return 2;
        }
        try {
            regenerate(directory, source);
            return 0;
        } catch (SpecException e) {
            err.println("Nothing was written. " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("Nothing was written. A file can't be read or written: " + e.getMessage());
            return 1;
        }
    }

    private void regenerate(Path directory, Path source) throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        ObjectNode upstream = DocumentReader.read(String.valueOf(source.getFileName()), bytes);
        Regeneration regeneration = Regeneration.in(directory);
        ObjectNode specification = regeneration.make(upstream);
        Path target = directory.resolve("telnyx.yaml");
        String before = Files.exists(target) ? Files.readString(target) : "";
        Provenance provenance = Provenance.of(source, bytes, upstream, before);
        String after = DocumentWriter.write(specification, provenance.comment());
        if (after.equals(before)) {
            out.println(target + " is unchanged.");
        } else {
            DocumentWriter.replace(target, after);
            out.println(target + " written.");
        }
        regeneration.notes(upstream, specification).forEach(out::println);
        report(directory, specification);
    }

    private void report(Path directory, ObjectNode specification) throws IOException {
        HouseRules.violations(specification).forEach(out::println);
        List<String> missing = HouseRules.missingDescriptions(specification);
        Path list = directory.resolve("target").resolve("missing-descriptions.txt");
        Files.createDirectories(directory.resolve("target"));
        DocumentWriter.replace(list, String.join("\n", missing) + "\n");
        out.println(missing.size() + " descriptions are missing" + (missing.isEmpty() ? "." : "; see " + list));
    }
}
