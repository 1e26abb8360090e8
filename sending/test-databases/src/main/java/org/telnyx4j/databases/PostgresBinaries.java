package org.telnyx4j.databases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Where PostgreSQL's programs are: out of the jar on the class path, else installed on this machine. */
final class PostgresBinaries {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresBinaries() {}

    /**
     * Returns the directories to try, the best first; each holds {@code initdb} and {@code postgres}.
     *
     * @param problems gets a line for each place that has none
     */
    static List<Path> candidates(List<String> problems) {
        List<Path> found = new ArrayList<>();
        String archive = archiveName();
        if (PostgresBinaries.class.getResource("/" + archive) == null) {
            problems.add(archive + " is not on the class path");
        } else {
            try {
                found.add(unpacked(archive));
            } catch (IOException error) {
                problems.add(archive + " could not be unpacked into " + temporary() + ": " + error);
            }
        }
        List<Path> installed = installed();
        if (installed.isEmpty()) {
            problems.add("no PostgreSQL is installed under " + DEBIAN);
        }
        found.addAll(installed);
        return found;
    }

    static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "postgres-" + (system.startsWith("mac") ? "darwin" : "linux") + "-"
                + (processor.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static List<Path> installed() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException error) {
            return List.of();
        }
    }

    /** Unpacked once for each user and archive; several processes may do it at once, and one of them wins. */
    private static Path unpacked(String archive) throws IOException {
        Path home = temporary()
                .resolve("telnyx4j-postgres-" + System.getProperty("user.name") + "-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            Path unfinished = Files.createTempDirectory(temporary(), "telnyx4j-postgres-unpacking");
            // The server runs as another user where we are root.
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(archive, unfinished);
            try {
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException another) {
                Directories.delete(unfinished);
                if (!Files.isDirectory(home)) {
                    throw another;
                }
            }
        }
        return home.resolve("bin");
    }

    private static String fingerprint(String archive) throws IOException {
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        try (InputStream in = open(archive)) {
            sum.update(in.readAllBytes());
        }
        return Long.toHexString(sum.getValue());
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (in == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return in;
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException(archive + " has an entry outside of itself");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent() == null ? into : path.getParent());
                if (entry.isSymbolicLink()) {
                    linked(path, entry.getLinkName());
                } else {
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void linked(Path path, String target) throws IOException {
        try {
            Files.createSymbolicLink(path, Path.of(target));
        } catch (FileAlreadyExistsException already) {
            return;
        }
    }
}
