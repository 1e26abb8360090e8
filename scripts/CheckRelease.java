import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what a release uploads. Run by scripts/check-release, as a single source file. */
public final class CheckRelease {
    private static final Pattern FILE =
            Pattern.compile(".*?(?:-(?<classifier>all|sources|javadoc|cyclonedx))?\\.(?<type>pom|jar|json)");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern COMPONENT =
            Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/\"]+)/([^@\"]+)@([^?\"]+)");

    private final List<String> problems = new ArrayList<>();

    private CheckRelease() {}

    public static void main(String[] arguments) throws IOException {
        CheckRelease check = new CheckRelease();
        Map<String, Path> first = check.files(Path.of(arguments[0]));
        Map<String, Path> second = check.files(Path.of(arguments[1]));
        check.compare(first, second);
        Set<String> artifacts = new TreeSet<>();
        first.keySet().stream()
                .filter(name -> name.endsWith(" pom"))
                .forEach(name -> artifacts.add(name.substring(0, name.indexOf(' '))));
        if (artifacts.isEmpty()) {
            check.problems.add("nothing was built");
        }
        for (String artifact : artifacts) {
            check.artifact(artifact, first);
        }
        check.bom(artifacts, first);
        for (String artifact : artifacts) {
            System.out.println("  " + artifact + " " + size(first.get(artifact + " jar")));
        }
        if (!check.problems.isEmpty()) {
            check.problems.forEach(problem -> System.err.println("  " + problem));
            System.err.println("This cannot be released.");
            System.exit(1);
        }
        System.out.println(artifacts.size() + " artifacts, " + first.size()
                + " files: the same bytes from two builds, each with sources, Javadoc, licence, POM and dependencies.");
    }

    private static String size(Path file) throws IOException {
        return file == null ? "(no jar)" : Files.size(file) / 1024 + " KB";
    }

    /** Returns all files by artifact, classifier and type: versions of snapshots have the time of the build in them. */
    private Map<String, Path> files(Path root) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    String classifier = name.group("classifier") == null ? "" : name.group("classifier") + " ";
                    // …/artifact/version/file
                    String artifact = file.getParent().getParent().getFileName().toString();
                    String key = artifact + " " + classifier + name.group("type");
                    if (files.put(key, file) != null) {
                        problems.add(key + ": there are two files, of which only one is compared");
                    }
                }
            }
        }
        return files;
    }

    private void compare(Map<String, Path> first, Map<String, Path> second) throws IOException {
        if (!first.keySet().equals(second.keySet())) {
            problems.add("two builds gave other files: " + first.keySet() + " and " + second.keySet());
            return;
        }
        for (Map.Entry<String, Path> file : first.entrySet()) {
            if (Files.mismatch(file.getValue(), second.get(file.getKey())) >= 0) {
                problems.add(file.getKey() + " differs between two builds: " + digest(file.getValue()) + " and "
                        + digest(second.get(file.getKey())));
            }
        }
    }

    private void artifact(String artifact, Map<String, Path> files) throws IOException {
        String pom = Files.readString(files.get(artifact + " pom"));
        for (String element : List.of("name", "description", "url", "licenses", "developers", "scm")) {
            if (!pom.contains("<" + element)) {
                problems.add(artifact + ": the POM has no <" + element + ">");
            }
        }
        if (pom.replace("${project.version}", "").contains("${") || pom.contains("<parent>")) {
            problems.add(artifact + ": the POM does not stand for itself");
        }
        if (!files.containsKey(artifact + " jar")) {
            if (!pom.contains("<packaging>pom</packaging>")) {
                problems.add(artifact + ": no jar");
            }
            return;
        }
        for (String kind : List.of("jar", "sources jar", "javadoc jar")) {
            Path jar = files.get(artifact + " " + kind);
            if (jar == null) {
                problems.add(artifact + ": no " + kind);
            } else if (!kind.startsWith("javadoc")) {
                has(artifact + " " + kind, jar, "META-INF/LICENSE");
            }
        }
        Path javadoc = files.get(artifact + " javadoc jar");
        if (javadoc != null) {
            has(artifact + " javadoc jar", javadoc, "index.html");
        }
        components(artifact, pom, files.get(artifact + " cyclonedx json"));
    }

    private void has(String what, Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry found = file.getJarEntry(entry);
            if (found == null || found.getSize() == 0) {
                problems.add(what + ": no " + entry);
            }
        }
    }

    /** All that the POM demands must be in the list, in that version. */
    private void components(String artifact, String pom, Path list) throws IOException {
        if (list == null) {
            problems.add(artifact + ": no list of dependencies");
            return;
        }
        Set<String> listed = new TreeSet<>();
        Matcher component = COMPONENT.matcher(Files.readString(list));
        while (component.find()) {
            listed.add(component.group(1) + ":" + component.group(2) + ":" + component.group(3));
        }
        String own = pom.contains("<dependencies>")
                ? pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"))
                : "";
        Matcher dependency = DEPENDENCY.matcher(own);
        while (dependency.find()) {
            String text = dependency.group(1);
            boolean needed = !text.contains("<optional>true</optional>")
                    && !text.contains("<scope>provided</scope>")
                    && !text.contains("<scope>test</scope>");
            String id = value(text, "groupId") + ":" + value(text, "artifactId") + ":" + value(text, "version");
            if (needed && !listed.contains(id)) {
                problems.add(artifact + ": " + id + " is missing in the list of dependencies");
            }
        }
    }

    private static String value(String xml, String element) {
        Matcher value = Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        return value.find() ? value.group(1) : "";
    }

    /** The BOM names what is published, and nothing else. */
    private void bom(Set<String> artifacts, Map<String, Path> files) throws IOException {
        Path pom = files.get("telnyx4j-bom pom");
        if (pom == null) {
            problems.add("no BOM");
            return;
        }
        Set<String> named = new TreeSet<>();
        Matcher dependency = DEPENDENCY.matcher(Files.readString(pom));
        while (dependency.find()) {
            named.add(value(dependency.group(1), "artifactId"));
        }
        Set<String> published = new TreeSet<>(artifacts);
        published.removeIf(artifact -> !files.containsKey(artifact + " jar"));
        if (!named.equals(published)) {
            problems.add("the BOM names " + named + ", and what is published is " + published);
        }
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()))
                    .substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
