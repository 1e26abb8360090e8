package org.telnyx4j.openapi.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** The classes of a folder as their class files tell of them: members, and what each method refers to. */
final class ClassIndex {
    private final Map<String, ClassFile> classes = new TreeMap<>();

    /**
     * A method or a field. A type stands as a member without a name.
     *
     * @param owner the internal name of the class that it is looked for in
     * @param name the name
     * @param descriptor its erased type, as class files write it
     */
    record Member(String owner, String name, String descriptor) {
        static Member type(String internalName) {
            return new Member(internalName, "", "");
        }

        boolean isMethod() {
            return descriptor.startsWith("(");
        }

        String signature() {
            return name + descriptor;
        }
    }

    /** One class. */
    static final class ClassFile {
        final String name;
        final int access;
        final @Nullable String superName;
        final List<String> interfaces;
        /** By name and descriptor, with what each refers to. */
        final Map<String, Method> methods = new TreeMap<>();
        /** What the first values of static fields are made with, by field. */
        final Map<String, Method> initializers = new TreeMap<>();
        /** Descriptors by name. */
        final Map<String, String> fields = new HashMap<>();
        /** What the fields are called on the wire. */
        final Map<String, String> wireNames = new HashMap<>();

        ClassFile(String name, int access, @Nullable String superName, List<String> interfaces) {
            this.name = name;
            this.access = access;
            this.superName = superName;
            this.interfaces = interfaces;
        }

        boolean isInterface() {
            return (access & Opcodes.ACC_INTERFACE) != 0;
        }

        /** Returns the methods and the initializers of static fields: all that there is of code. */
        List<Method> code() {
            List<Method> all = new ArrayList<>(methods.values());
            all.addAll(initializers.values());
            return all;
        }

        List<String> supertypes() {
            List<String> all = new ArrayList<>(interfaces);
            if (superName != null) {
                all.add(superName);
            }
            return all;
        }
    }

    /** One method, or the initializer of a static field, and everything that its signature and its code refer to. */
    static final class Method {
        final Member member;
        final int access;
        final Set<Member> uses = new HashSet<>();

        Method(Member member, int access) {
            this.member = member;
            this.access = access;
        }
    }

    /**
     * Reads all class files below a folder.
     *
     * @throws UncheckedIOException if that fails
     */
    static ClassIndex of(Path folder) {
        ClassIndex index = new ClassIndex();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassFileReader reader = new ClassFileReader();
                new ClassReader(Files.readAllBytes(file)).accept(reader, ClassReader.SKIP_FRAMES);
                index.classes.put(reader.result().name, reader.result());
            }
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the classes by their internal names. */
    Map<String, ClassFile> classes() {
        return classes;
    }

    @Nullable
    ClassFile find(String internalName) {
        return classes.get(internalName);
    }

    /** Returns a class and everything below it, as far as it is here. */
    List<ClassFile> subtypes(String internalName) {
        List<ClassFile> found = new ArrayList<>();
        for (ClassFile candidate : classes.values()) {
            if (candidate.name.equals(internalName) || inherits(candidate, internalName)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private boolean inherits(ClassFile candidate, String ancestor) {
        for (String parent : candidate.supertypes()) {
            ClassFile known = classes.get(parent);
            if (parent.equals(ancestor) || (known != null && inherits(known, ancestor))) {
                return true;
            }
        }
        return false;
    }
}
