package org.telnyx4j.openapi.compat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two copies of the project in {@code target/regenerate}: {@code before} as it was last committed,
 * {@code after} as it would be with the new specification. Builds happen there and nowhere else, so
 * that whatever goes wrong, the project's own tree stays as it is.
 */
public final class Workspace {
    private static final Set<String> NOT_COPIED =
            Set.of("target", ".git", ".idea", ".vscode", ".settings", "node_modules");

    /** Holds what {@code before} was built from; written when the build has succeeded. */
    private static final String BUILT = "built-from.txt";

    private final Path project;
    private final Path home;
    private final Builds builds;

    /**
     * Creates a workspace; creates nothing yet.
     *
     * @param project the project's root
     * @param builds what builds are run with
     */
    public Workspace(Path project, Builds builds) {
        this.project = project;
        this.home = project.resolve("target").resolve("regenerate");
        this.builds = builds;
    }

    /** Returns the folder of this workspace, where logs and reports go. */
    public Path home() {
        return home;
    }

    /**
     * The project as it was.
     *
     * @param root its folder
     * @param name what it is, for people
     * @param sameFacade whether the facade in the tree is still as it was
     */
    public record Before(Path root, String name, boolean sameFacade) {
        /** Returns the class files of a module. */
        public Path classes(String module) {
            return root.resolve(module).resolve("target").resolve("classes");
        }
    }

    /**
     * Builds the project as it was, unless that has been done already.
     *
     * @param revision the commit or tag to compare with; without git it makes no difference
     * @throws BuildFailedException if it doesn't build
     */
    public Before before(String revision) throws IOException {
        String commit = commit(revision).orElse("");
        Path root = home.resolve("before");
        Path built = home.resolve(BUILT);
        String name = commit.isEmpty() ? "the files as they are" : revision + " (" + commit.substring(0, 10) + ")";
        if (!isBuilt(commit)) {
            Files.deleteIfExists(built);
            delete(root);
            if (commit.isEmpty() || !export(commit, root)) {
                name = "the files as they are, for there is no commit to compare with";
                copy(project, root);
            }
            build(root, "before", "-q", "-pl", "generated-client,facade", "-am", "-DskipTests", "compile");
            Files.writeString(built, key(commit));
        }
        return new Before(root, name, commit.isEmpty() || sameFacade(commit));
    }

    private String key(String commit) {
        return contents(commit) + "\n" + System.getProperty("java.version");
    }

    private boolean isBuilt(String commit) throws IOException {
        Path built = home.resolve(BUILT);
        return !commit.isEmpty()
                && Files.exists(built)
                && Files.readString(built).equals(key(commit));
    }

    /**
     * Returns class files of a module that an earlier build has left behind: those of the project as it was, or else those
     * of the tree. Nothing if there are none.
     *
     * @param revision the commit or tag to compare with
     */
    public Optional<Path> leftClasses(String revision, String module) throws IOException {
        Path before = home.resolve("before").resolve(module).resolve("target").resolve("classes");
        Path tree = project.resolve(module).resolve("target").resolve("classes");
        Path left = isBuilt(commit(revision).orElse("")) ? before : tree;
        return Files.isDirectory(left) ? Optional.of(left) : Optional.empty();
    }

    /** Returns whether the project is in a git repository, and git is there. */
    public boolean isUnderGit() {
        return Processes.output(project, "git", "rev-parse", "--git-dir").isPresent();
    }

    /** Returns the id of the commit that a revision names; nothing without git, or if there is none. */
    public Optional<String> commit(String revision) {
        return Processes.output(project, "git", "rev-parse", "--verify", "--quiet", revision + "^{commit}");
    }

    /** Returns the specification as a commit or tag has it; nothing without git, or if it has none. */
    public Optional<String> specification(String revision) {
        return Processes.output(project, "git", "show", revision + ":./openapi/telnyx.yaml")
                .map(text -> text + "\n");
    }

    // Most commits leave alone what the classes are made of.
    private String contents(String commit) {
        return Processes.output(
                        project,
                        "git",
                        "rev-parse",
                        commit + ":./pom.xml",
                        commit + ":./facade",
                        commit + ":./generated-client",
                        commit + ":./core",
                        commit + ":./generator",
                        commit + ":./openapi/telnyx.yaml")
                .orElse(commit);
    }

    private boolean sameFacade(String revision) {
        return Processes.output(project, "git", "status", "--porcelain", "--", "facade", "generated-client")
                        .filter(String::isEmpty)
                        .isPresent()
                && Processes.output(project, "git", "diff", "--quiet", revision, "--", "facade", "generated-client")
                        .isPresent();
    }

    private boolean export(String commit, Path root) throws IOException {
        Path archive = home.resolve("before.zip");
        Files.createDirectories(home);
        boolean exported = Processes.output(project, "git", "archive", "--format=zip", "-o", archive.toString(), commit)
                .isPresent();
        if (exported) {
            Zip.unpack(archive, root);
            Files.delete(archive);
        }
        return exported && Files.exists(root.resolve("pom.xml"));
    }

    /**
     * Copies the project as it is, with another specification in it.
     *
     * @return the copy's folder
     */
    public Path after(String specification) throws IOException {
        Path root = home.resolve("after");
        delete(root);
        copy(project, root);
        Files.writeString(root.resolve("openapi").resolve("telnyx.yaml"), specification);
        return root;
    }

    /**
     * Runs a build.
     *
     * @param name the log's name
     * @throws BuildFailedException if it fails
     */
    public void build(Path root, String name, String... arguments) throws IOException {
        Path log = home.resolve(name + ".log");
        Files.createDirectories(home);
        if (!builds.run(root, log, arguments)) {
            throw new BuildFailedException(name, log, Files.readString(log, StandardCharsets.UTF_8), root);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(from) && NOT_COPIED.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // A worktree's .git is a file.
                if (!NOT_COPIED.contains(String.valueOf(file.getFileName()))) {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
