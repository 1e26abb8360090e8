package org.telnyx4j.openapi.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telnyx4j.openapi.compat.BuildFailedException;
import org.telnyx4j.openapi.compat.Builds;
import org.telnyx4j.openapi.compat.Maven;
import org.telnyx4j.openapi.document.DocumentReader;
import org.telnyx4j.openapi.document.SpecException;
import org.telnyx4j.openapi.update.SpecificationUpdate;
import org.telnyx4j.openapi.update.StoppedException;
import org.telnyx4j.openapi.update.UpdateOutcome;
import org.telnyx4j.openapi.update.UpdateRequest;

/** The command line: takes an upstream document and ends with an {@link UpdateOutcome}. */
public final class RegenerateCommand {
    private static final String USAGE = """
            usage: scripts/regenerate [--check | --quick | --unbuilt] [--against REVISION] [--accept-losses] path/to/upstream.yml

            Creates openapi/telnyx.yaml from Telnyx's OpenAPI document (3.0 or 3.1, YAML or JSON), reports what that
            changes, builds and tests with it in a copy of the project, compares both with the last
            commit, and puts the new file in place only if all of that went well.

              --check             do all of it and write nothing
              --quick             only the document and what changes in it: no build, nothing is written
              --unbuilt           as --quick, but the new file is put in place: for a tree that doesn't build yet
              --against REVISION  compare with this commit or tag instead of HEAD
              --accept-losses     go on though a large part of what we keep is gone from the document

            exit codes: 0 unchanged, 10 compatible, 20 breaking, 1 failed and nothing written, 2 wrong usage""";

    private final PrintStream out;
    private final PrintStream err;
    private final Builds builds;

    RegenerateCommand(PrintStream out, PrintStream err, Builds builds) {
        this.out = out;
        this.err = err;
        this.builds = builds;
    }

    /** Runs with the project's root and the arguments of {@code scripts/regenerate}, and ends the JVM. */
    public static void main(String[] args) {
        System.exit(new RegenerateCommand(System.out, System.err, new Maven()).run(args));
    }

    int run(String... args) {
        List<String> rest = new ArrayList<>(List.of(args));
        if (rest.contains("--help") || rest.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        boolean check = rest.remove("--check");
        boolean quick = rest.remove("--quick");
        boolean unbuilt = rest.remove("--unbuilt");
        boolean acceptingLosses = rest.remove("--accept-losses");
        String against = option(rest, "--against", UpdateRequest.LAST_COMMIT);
        if (rest.size() != 2 || rest.get(1).startsWith("-") || against.startsWith("-")) {
            return misused("One document is expected, and the options below.");
        }
        Path source = Path.of(rest.get(1));
        if (!Files.isRegularFile(source)) {
            return misused("There is no file " + source);
        }
        return run(new UpdateRequest(
                        Path.of(rest.get(0)), source, against, !check && !quick, !quick && !unbuilt, acceptingLosses))
                .exitCode();
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 >= arguments.size()) {
            return otherwise;
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private int misused(String problem) {
        err.println(problem);
        err.println(USAGE);
        return UpdateOutcome.MISUSED.exitCode();
    }

    private UpdateOutcome run(UpdateRequest request) {
        try {
            return new SpecificationUpdate(request, builds, out).run();
        } catch (SpecException e) {
            return failed(e.getMessage() + line(request.source(), e.place()));
        } catch (StoppedException | BuildFailedException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed("A file can't be read or written: " + e);
        } catch (StackOverflowError e) {
            return failed("The document is nested too deeply.");
        } catch (RuntimeException e) {
            e.printStackTrace(err);
            return failed("The tool itself failed, which is a fault of its own: " + e);
        }
    }

    private static String line(Path source, String place) {
        if (!place.startsWith("/")) {
            return "";
        }
        int line = DocumentReader.line(DocumentReader.bytes(source), place);
        return line == 0 ? "" : " (line " + line + " of " + source.getFileName() + ")";
    }

    private UpdateOutcome failed(String message) {
        out.flush();
        err.println("Stopped, nothing was written. " + message);
        return UpdateOutcome.FAILED;
    }
}
