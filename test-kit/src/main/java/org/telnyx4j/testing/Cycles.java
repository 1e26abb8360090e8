package org.telnyx4j.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds what needs another that needs it. What a sealed class permits does not count: it has to name its subclasses. */
public final class Cycles {
    private final JavaClasses classes;
    private final Function<JavaClass, String> unitOf;

    private Cycles(JavaClasses classes, Function<JavaClass, String> unitOf) {
        this.classes = classes;
        this.unitOf = unitOf;
    }

    /** Returns the files that can be reached from themselves, by way of at least one other. */
    public static Set<String> ofFiles(JavaClasses classes) {
        return new Cycles(classes, Cycles::fileOf).find();
    }

    /** Returns the packages that can be reached from themselves, by way of at least one other. */
    public static Set<String> ofPackages(JavaClasses classes) {
        return new Cycles(classes, JavaClass::getPackageName).find();
    }

    private Set<String> find() {
        Map<String, Set<String>> needs = needs();
        Set<String> found = new TreeSet<>();
        for (String unit : needs.keySet()) {
            if (reachable(unit, needs).contains(unit)) {
                found.add(unit);
            }
        }
        return found;
    }

    private Map<String, Set<String>> needs() {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<String> needed = needs.computeIfAbsent(unitOf.apply(type), unit -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> classes.contain(target.getName()))
                    .map(unitOf)
                    .filter(unit -> !unit.equals(unitOf.apply(type)))
                    .forEach(needed::add);
        }
        if (needs.size() < 2) {
            throw new IllegalArgumentException("fewer than two units, of which none can need another");
        }
        return needs;
    }

    private static Set<String> reachable(String unit, Map<String, Set<String>> needs) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(needs.getOrDefault(unit, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    private static String fileOf(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getName();
    }
}
