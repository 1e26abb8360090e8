package org.telnyx4j.openapi.compat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.telnyx4j.openapi.compat.ClassIndex.ClassFile;
import org.telnyx4j.openapi.compat.ClassIndex.Member;
import org.telnyx4j.openapi.compat.ClassIndex.Method;

/** Looks whether everything that the compiled facade refers to is still there in a newly generated client. */
public final class LinkCheck {
    private static final String GENERATED = "org/telnyx4j/generated/";

    private final FacadeUse use;
    private final ClassIndex before;
    private final ClassIndex after;

    private LinkCheck(FacadeUse use, ClassIndex before, ClassIndex after) {
        this.use = use;
        this.before = before;
        this.after = after;
    }

    /**
     * Checks.
     *
     * @param use the facade, compiled against the client as it was
     * @param before the class files of the client as it was
     * @param after the class files of the new client
     * @return a line for each thing that is missing: what it is, and which operations and classes need it
     */
    public static List<String> missing(FacadeUse use, Path before, Path after) {
        return new LinkCheck(use, ClassIndex.of(before), ClassIndex.of(after)).lines();
    }

    private List<String> lines() {
        Map<String, Set<Member>> users = new TreeMap<>();
        for (ClassFile file : use.facade().classes().values()) {
            for (Method method : file.code()) {
                for (Member used : method.uses) {
                    String problem = used.owner().startsWith(GENERATED) ? problem(used) : null;
                    if (problem != null) {
                        users.computeIfAbsent(problem, key -> new HashSet<>()).add(method.member);
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>();
        users.forEach((problem, methods) -> lines.add(problem + usedBy(methods)));
        return lines;
    }

    private String usedBy(Set<Member> methods) {
        Set<String> operations = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        methods.forEach(method -> {
            operations.addAll(use.operationsThatReach(method));
            places.add(Names.method(method));
        });
        String needed = operations.isEmpty() ? "" : "; needed by " + String.join(", ", operations);
        return needed + "; used in " + String.join(", ", places);
    }

    private @Nullable String problem(Member used) {
        ClassFile owner = after.find(used.owner());
        if (owner == null) {
            // The class itself is named once; its members needn't be.
            return used.name().isEmpty() ? "the type " + Names.simple(used.owner()) + " is gone" : null;
        }
        if (used.name().isEmpty() || has(owner, used)) {
            return null;
        }
        return used.isMethod() ? method(used, owner) : "the value " + constant(used) + " is gone";
    }

    private boolean has(ClassFile owner, Member used) {
        boolean here = used.isMethod()
                ? owner.methods.containsKey(used.signature())
                : used.descriptor().equals(owner.fields.get(used.name()));
        if (here) {
            return true;
        }
        for (String parent : owner.supertypes()) {
            ClassFile known = after.find(parent);
            // What the JDK or a library gives doesn't depend on the specification.
            if (known == null ? inherited(used) : has(known, used)) {
                return true;
            }
        }
        return false;
    }

    private boolean inherited(Member used) {
        ClassFile old = before.find(used.owner());
        return old == null || !(old.methods.containsKey(used.signature()) || old.fields.containsKey(used.name()));
    }

    private static String constant(Member used) {
        return Names.simple(used.owner()) + "." + used.name();
    }

    private String method(Member used, ClassFile owner) {
        if (FacadeUse.isOperation(used)) {
            return "the operation " + FacadeUse.operationId(used) + anotherSignature(used, owner);
        }
        String field = field(used);
        String call = Names.simple(used.owner()) + "." + used.name() + "()";
        if (field == null) {
            return "the method " + call + anotherSignature(used, owner);
        }
        return "the field " + field + " of " + Names.simple(used.owner()).replaceFirst("\\.Builder$", "") + " (" + call
                + ")" + anotherSignature(used, owner);
    }

    /** Finds the field that a method reads or writes, by its name on the wire. */
    private @Nullable String field(Member used) {
        ClassFile owner = before.find(used.owner());
        if (owner == null) {
            return null;
        }
        String name =
                used.name().replaceFirst("^(get|set|has|unset)(?=[A-Z])", "").toLowerCase(Locale.ROOT);
        String item = name.startsWith("add") ? name.replaceFirst("^add", "").replaceFirst("item$", "") : name;
        return owner.wireNames.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(name)
                        || entry.getKey().toLowerCase(Locale.ROOT).equals(item))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String anotherSignature(Member used, ClassFile owner) {
        List<String> others = owner.methods.values().stream()
                .filter(method -> method.member.name().equals(used.name()))
                .map(method -> java(method.member.descriptor()))
                .sorted()
                .toList();
        return others.isEmpty()
                ? " is gone"
                : " has changed: it was " + java(used.descriptor()) + " and is " + String.join(" or ", others);
    }

    private static String java(String descriptor) {
        Type method = Type.getMethodType(descriptor);
        List<String> arguments = new ArrayList<>();
        for (Type argument : method.getArgumentTypes()) {
            arguments.add(Names.simple(argument.getClassName().replace('.', '/')));
        }
        return Names.simple(method.getReturnType().getClassName().replace('.', '/')) + "("
                + String.join(", ", arguments) + ")";
    }
}
