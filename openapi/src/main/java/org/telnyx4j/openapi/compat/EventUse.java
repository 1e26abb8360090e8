package org.telnyx4j.openapi.compat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.telnyx4j.openapi.compat.ClassIndex.ClassFile;
import org.telnyx4j.openapi.compat.ClassIndex.Method;

/**
 * What the facade does with the events of a webhook, read from class files. An event's class is known by the model that its
 * constructor reads the payload with; a class of the facade takes an event if it refers to its class, to the interface of
 * its family, or to the table of all events.
 */
public final class EventUse {
    private static final String EVENTS = "org/telnyx4j/generated/event/";
    private static final String MODELS = "org/telnyx4j/generated/model/";
    private static final String ALL_EVENTS = EVENTS + "EventTypes";

    /** The classes of events, by the schema of their payload. */
    private final Map<String, Set<String>> byPayload = new TreeMap<>();

    private final ClassIndex facade;

    private EventUse(ClassIndex facade) {
        this.facade = facade;
    }

    /**
     * Reads the classes.
     *
     * @param facadeClasses the folder of the facade's class files
     * @param generatedClasses the folder of the generated client's
     */
    public static EventUse of(Path facadeClasses, Path generatedClasses) {
        EventUse use = new EventUse(ClassIndex.of(facadeClasses));
        ClassIndex.of(generatedClasses).classes().values().stream()
                .filter(file -> file.name.startsWith(EVENTS) && file.name.indexOf('$') > 0)
                .forEach(use::event);
        return use;
    }

    private void event(ClassFile event) {
        for (Method method : event.methods.values()) {
            method.uses.stream()
                    .filter(used -> method.member.name().equals("<init>"))
                    .filter(used ->
                            used.owner().startsWith(MODELS) && used.name().equals("TYPE"))
                    .forEach(used -> byPayload
                            .computeIfAbsent(used.owner().substring(MODELS.length()), key -> new TreeSet<>())
                            .add(event.name));
        }
    }

    /**
     * Returns the events that have a payload, and the public classes of the facade that take them.
     *
     * @param payload the name of the payload's schema
     */
    public Set<String> of(String payload) {
        Set<String> found = new TreeSet<>();
        Set<String> wanted = new HashSet<>(Set.of(ALL_EVENTS));
        for (String event : byPayload.getOrDefault(payload, Set.of())) {
            found.add(Names.simple(event));
            wanted.add(event);
            wanted.add(event.substring(0, event.indexOf('$')));
        }
        if (found.isEmpty()) {
            return found;
        }
        for (ClassFile file : facade.classes().values()) {
            boolean open = (file.access & Opcodes.ACC_PUBLIC) != 0 && !file.name.contains("/internal/");
            if (open && file.code().stream().anyMatch(method -> refersTo(method, wanted))) {
                String name = Names.topLevel(file.name);
                found.add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
        return found;
    }

    private static boolean refersTo(Method method, Set<String> wanted) {
        return method.uses.stream().anyMatch(used -> wanted.contains(used.owner()));
    }
}
