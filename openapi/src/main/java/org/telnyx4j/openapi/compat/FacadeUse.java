package org.telnyx4j.openapi.compat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.telnyx4j.openapi.compat.ClassIndex.ClassFile;
import org.telnyx4j.openapi.compat.ClassIndex.Member;
import org.telnyx4j.openapi.compat.ClassIndex.Method;

/**
 * What each operation of the facade uses of the generated client, read from the facade's class files.
 *
 * <p>The facade's operations are the methods of the interfaces that {@code TelnyxOperations} hands out:
 * {@code messages()} returns an interface with {@code send}, so there is {@code messages.send}. From
 * their implementations on, every call within the facade is followed, lambdas included; a call of an
 * interface's method is taken for a call of all its implementations, and making an object for a use
 * of all that it can do.
 */
public final class FacadeUse {
    private static final String ENTRY = "org/telnyx4j/TelnyxOperations";
    private static final String GENERATED_API = "org/telnyx4j/generated/api/";
    private static final String SENDING = "WithHttpInfo";

    private final ClassIndex facade;

    /** The methods of the facade that each of its operations can reach. */
    private final Map<String, Set<Member>> reach = new LinkedHashMap<>();

    private FacadeUse(ClassIndex facade) {
        this.facade = facade;
    }

    /**
     * Reads the facade.
     *
     * @param facadeClasses the folder of its class files
     */
    public static FacadeUse of(Path facadeClasses) {
        FacadeUse use = new FacadeUse(ClassIndex.of(facadeClasses));
        use.operations();
        return use;
    }

    ClassIndex facade() {
        return facade;
    }

    private void operations() {
        ClassFile entry = facade.find(ENTRY);
        if (entry == null) {
            return;
        }
        for (Method accessor : entry.methods.values()) {
            ClassFile domain = facade.find(Type.getReturnType(accessor.member.descriptor())
                    .getClassName()
                    .replace('.', '/'));
            if (domain == null || !domain.isInterface() || handsOutGenerated(domain)) {
                continue;
            }
            for (Method operation : domain.methods.values()) {
                if ((operation.access & Opcodes.ACC_STATIC) == 0) {
                    reach.computeIfAbsent(
                                    accessor.member.name() + "." + operation.member.name(),
                                    key -> new LinkedHashSet<>())
                            .addAll(from(operation.member));
                }
            }
        }
    }

    // raw() leads to everything that is generated, by design; it isn't an operation that needs it.
    private static boolean handsOutGenerated(ClassFile domain) {
        return domain.methods.values().stream()
                .anyMatch(method -> Type.getReturnType(method.member.descriptor())
                        .getDescriptor()
                        .startsWith("L" + GENERATED_API));
    }

    private Set<Member> from(Member start) {
        Set<Member> seen = new LinkedHashSet<>();
        Deque<Member> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            for (Method target : targets(open.remove())) {
                if (seen.add(target.member)) {
                    open.addAll(target.uses);
                }
            }
        }
        return seen;
    }

    private Set<Method> targets(Member call) {
        Set<Method> targets = new LinkedHashSet<>();
        ClassFile declared = facade.find(call.owner());
        if (declared == null) {
            // A call of toString() on any object isn't a call of every toString() there is.
            return targets;
        }
        if (!call.isMethod()) {
            Method initializer = declared.initializers.get(call.name());
            return initializer == null ? targets : Set.of(initializer);
        }
        if (call.name().equals("<init>")) {
            // Whoever is given the object can call all of it: results are read, pages are turned.
            targets.addAll(declared.methods.values());
        }
        for (ClassFile candidate : facade.subtypes(call.owner())) {
            Method method = candidate.methods.get(call.signature());
            if (method != null) {
                targets.add(method);
            }
        }
        // What isn't overridden may be inherited.
        ClassFile owner = declared;
        while (targets.isEmpty() && owner != null && owner.superName != null) {
            owner = facade.find(owner.superName);
            if (owner != null && owner.methods.get(call.signature()) != null) {
                targets.add(owner.methods.get(call.signature()));
            }
        }
        return targets;
    }

    /** Returns the ids of the specification's operations that the facade calls, each with the facade's operations. */
    public Map<String, Set<String>> byGeneratedOperation() {
        Map<String, Set<String>> users = new TreeMap<>();
        reach.forEach((operation, methods) -> {
            for (Member method : methods) {
                for (Member used : uses(method)) {
                    if (isOperation(used)) {
                        users.computeIfAbsent(operationId(used), key -> new TreeSet<>())
                                .add(operation);
                    }
                }
            }
        });
        return users;
    }

    /** Returns whether a member is an operation's method: in an API class, not in the query that is nested there. */
    static boolean isOperation(Member used) {
        return used.owner().startsWith(GENERATED_API)
                && used.owner().indexOf('$') < 0
                && used.isMethod()
                && !used.name().startsWith("<");
    }

    static String operationId(Member apiMethod) {
        String name = apiMethod.name();
        return name.endsWith(SENDING) ? name.substring(0, name.length() - SENDING.length()) : name;
    }

    private Set<Member> uses(Member method) {
        ClassFile owner = facade.find(method.owner());
        if (owner == null) {
            return Set.of();
        }
        Method found =
                method.isMethod() ? owner.methods.get(method.signature()) : owner.initializers.get(method.name());
        return found == null ? Set.of() : found.uses;
    }

    /** Returns the facade's operations that call one of the specification's. */
    public Set<String> operationsThatCall(Collection<String> operationIds) {
        Map<String, Set<String>> users = byGeneratedOperation();
        Set<String> found = new TreeSet<>();
        operationIds.forEach(id -> found.addAll(users.getOrDefault(id, Set.of())));
        return found;
    }

    /** Returns the facade's operations that can reach a method of the facade. */
    Set<String> operationsThatReach(Member method) {
        Set<String> found = new TreeSet<>();
        reach.forEach((operation, methods) -> {
            if (methods.contains(method)) {
                found.add(operation);
            }
        });
        return found;
    }

    /** Returns the classes of the facade that call one of the specification's operations. */
    public Set<String> classesThatCall(String operationId) {
        Set<String> found = new TreeSet<>();
        for (ClassFile file : facade.classes().values()) {
            for (Method method : file.code()) {
                if (method.uses.stream()
                        .anyMatch(used -> isOperation(used) && operationId(used).equals(operationId))) {
                    found.add(Names.topLevel(file.name));
                }
            }
        }
        return found;
    }
}
