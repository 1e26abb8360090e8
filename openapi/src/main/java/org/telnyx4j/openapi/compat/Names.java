package org.telnyx4j.openapi.compat;

import org.telnyx4j.openapi.compat.ClassIndex.Member;

/** Writes names of class files as source code has them. */
final class Names {
    private Names() {}

    /** Returns the full name of a class, nested ones with a dot. */
    static String full(String internalName) {
        return internalName.replace('/', '.').replace('$', '.');
    }

    /** Returns the full name of the class in whose file a class stands. */
    static String topLevel(String internalName) {
        int nested = internalName.indexOf('$');
        return full(nested < 0 ? internalName : internalName.substring(0, nested));
    }

    /** Returns the name of a class without its package. */
    static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** Returns where a method stands; a lambda stands in the method that has it. */
    static String method(Member method) {
        String name = method.name();
        if (name.startsWith("lambda$")) {
            name = name.substring("lambda$".length(), name.lastIndexOf('$'));
        }
        return switch (name) {
            case "<init>", "new" -> "the constructor of " + full(method.owner());
            case "<clinit>", "static" -> full(method.owner());
            default -> full(method.owner()) + "." + name;
        };
    }
}
