package org.telnyx4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nothing needs another that needs it. What a sealed class permits does not count: it has to name its subclasses. */
class CoreArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/telnyx4j/testing/"))
            .importPackages("org.telnyx4j");

    @Test
    void noFileNeedsAnotherThatNeedsIt() {
        assertThat(inCycles(CoreArchitectureTest::fileOf)).isEmpty();
    }

    @Test
    void noPackageNeedsAnotherThatNeedsIt() {
        assertThat(inCycles(JavaClass::getPackageName)).isEmpty();
    }

    /** Returns what can be reached from itself, by way of at least one other. */
    private static Set<String> inCycles(Function<JavaClass, String> unitOf) {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass type : CORE) {
            Set<String> needed = needs.computeIfAbsent(unitOf.apply(type), unit -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> CORE.contain(target.getName()))
                    .map(unitOf)
                    .filter(unit -> !unit.equals(unitOf.apply(type)))
                    .forEach(needed::add);
        }
        assertThat(needs).hasSizeGreaterThan(10);
        Set<String> found = new TreeSet<>();
        for (String unit : needs.keySet()) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(needs.getOrDefault(unit, Set.of()));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (reached.add(next)) {
                    open.addAll(needs.getOrDefault(next, Set.of()));
                }
            }
            if (reached.contains(unit)) {
                found.add(unit);
            }
        }
        return found;
    }

    private static String fileOf(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getName();
    }
}
