package org.telnyx4j.openapi.compat;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.filter.JavadocLikePackageFilter;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiHasChangeStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The difference between two public APIs, as japicmp sees it. What lives under {@code internal} isn't
 * public.
 *
 * @param breaking what a program that was written for the old one may stumble over
 * @param added what is new
 */
public record ApiComparison(List<String> breaking, List<String> added) {
    /** Copies the lists. */
    public ApiComparison {
        breaking = List.copyOf(breaking);
        added = List.copyOf(added);
    }

    /**
     * Compares.
     *
     * @param before folders of class files, as they were
     * @param after the same folders, as they are
     * @param scratch a folder for jars
     * @throws IOException if something can't be read or written
     */
    public static ApiComparison of(List<Path> before, List<Path> after, Path scratch) throws IOException {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getFilters().getExcludes().add(new JavadocLikePackageFilter("org.telnyx4j.internal", false));
        // The libraries that they use aren't there, and are the same on both sides.
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        options.setNoAnnotations(true);
        List<JApiClass> classes = new JarArchiveComparator(options)
                .compare(jars(before, scratch, "before"), jars(after, scratch, "after"));
        Findings findings = new Findings();
        classes.forEach(findings::add);
        return new ApiComparison(
                findings.breaking.stream().distinct().sorted().toList(),
                findings.added.stream().distinct().sorted().toList());
    }

    private static List<JApiCmpArchive> jars(List<Path> folders, Path scratch, String version) throws IOException {
        Files.createDirectories(scratch);
        List<JApiCmpArchive> archives = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            Path jar = scratch.resolve(version + "-" + i + ".jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file)) {
                addAll(folders.get(i), out);
            }
            archives.add(new JApiCmpArchive(jar.toFile(), version));
        }
        return archives;
    }

    private static void addAll(Path folder, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static final class Findings {
        final List<String> breaking = new ArrayList<>();
        final List<String> added = new ArrayList<>();

        void add(JApiClass type) {
            String name = type.getFullyQualifiedName().replace('$', '.');
            if (type.getChangeStatus() == JApiChangeStatus.UNCHANGED) {
                return;
            }
            note(type, name, type.getChangeStatus());
            if (type.getChangeStatus() == JApiChangeStatus.MODIFIED) {
                type.getMethods()
                        .forEach(method -> member(method, method.getChangeStatus(), name, method.getName() + "()"));
                type.getConstructors().forEach(it -> member(it, it.getChangeStatus(), name, "the constructor"));
                type.getFields().forEach(field -> member(field, field.getChangeStatus(), name, field.getName()));
            }
        }

        private <T extends JApiCompatibility & JApiHasChangeStatus> void member(
                T member, JApiChangeStatus status, String owner, String name) {
            if (status != JApiChangeStatus.UNCHANGED) {
                note(member, owner + "." + name, status);
            }
        }

        private void note(JApiCompatibility subject, String name, JApiChangeStatus status) {
            List<String> problems = new ArrayList<>();
            for (JApiCompatibilityChange change : subject.getCompatibilityChanges()) {
                if (!change.isBinaryCompatible() || !change.isSourceCompatible()) {
                    problems.add(change.getType()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' '));
                }
            }
            if (!problems.isEmpty()) {
                breaking.add(name + ": " + String.join(", ", problems));
            } else if (status == JApiChangeStatus.NEW) {
                added.add(name);
            }
        }
    }
}
