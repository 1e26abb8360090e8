package org.telnyx4j.databases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs. It refuses to run as root, and containers mostly are root: there it becomes {@code nobody},
 * or, where the container forbids that, root without its powers in a user namespace.
 */
record ServerUser(List<String> prefix, @Nullable String owner) {

    /**
     * Returns the first way that works for a directory, or null.
     *
     * @param problems gets a line for each way that does not
     */
    static @Nullable ServerUser find(Path directory, List<String> problems) {
        if (!isRoot()) {
            return new ServerUser(List.of(), null);
        }
        List<ServerUser> ways = List.of(
                new ServerUser(
                        List.of("setpriv", "--reuid=nobody", "--regid=" + groupOfNobody(), "--clear-groups"), "nobody"),
                new ServerUser(List.of("runuser", "-u", "nobody", "--"), "nobody"),
                new ServerUser(List.of("unshare", "-U"), null));
        for (ServerUser way : ways) {
            String problem = way.problemWith(directory);
            if (problem == null) {
                return way;
            }
            problems.add("root may not run PostgreSQL, and \"" + way.prefix.get(0) + "\" does not help: " + problem);
        }
        return null;
    }

    private static boolean isRoot() {
        return run(List.of("id", "-u")).output.strip().equals("0");
    }

    private static String groupOfNobody() {
        Ended id = run(List.of("id", "-g", "nobody"));
        return id.exit == 0 ? id.output.strip() : "65534";
    }

    /** Gives the directory to the user, before anything is in it. */
    void own(Path directory) throws IOException {
        if (owner != null) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
        }
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private @Nullable String problemWith(Path parent) {
        Path directory = null;
        try {
            directory = Files.createTempDirectory(parent, "telnyx4j-user");
            own(directory);
            Ended ended =
                    run(command(List.of("sh", "-c", "[ \"$(id -u)\" != 0 ] && : > \"$0/try\"", directory.toString())));
            return ended.exit == 0 ? null : "exit code " + ended.exit + " " + ended.output.strip();
        } catch (IOException error) {
            return error.toString();
        } finally {
            try {
                if (directory != null) {
                    Directories.delete(directory);
                }
            } catch (IOException left) {
                directory.toFile().deleteOnExit();
            }
        }
    }

    record Ended(int exit, String output) {}

    /** Runs a command to its end; exit code 127 where it can't be started. */
    static Ended run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .directory(PostgresBinaries.temporary().toFile())
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ended(124, output);
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException error) {
            return new Ended(127, String.valueOf(error.getMessage()));
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            return new Ended(130, "interrupted");
        }
    }
}
