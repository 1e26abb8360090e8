package org.telnyx4j.platforms;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds what the library's classes refer to and the class path lacks: classes, methods and fields. A program only
 * meets those that it reaches; this looks at all.
 *
 * <p>A reference inside of a {@code try} that catches a {@code LinkageError} does not count: its method expects to miss
 * it.
 */
public final class LinkCheck {
    private static final int ASM = Opcodes.ASM9;

    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> problems = new TreeSet<>();
    private final Set<String> optionalPackages;

    private LinkCheck(Set<String> optionalPackages) {
        this.optionalPackages = optionalPackages;
    }

    /**
     * Checks every class of the library on the class path.
     *
     * @param optionalPackages packages, with slashes, of optional dependencies: where one has no class here at all, what
     *     refers to it is not used here
     * @return a line for each reference that leads nowhere
     */
    public static Set<String> run(Set<String> optionalPackages) {
        LinkCheck check = new LinkCheck(optionalPackages);
        int classes = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (path.getFileName().toString().startsWith("telnyx4j") && Files.isRegularFile(path)) {
                classes += check.jar(path);
            }
        }
        if (classes == 0) {
            check.problems.add("no jar of telnyx4j is on the class path");
        }
        return check.problems;
    }

    private int jar(Path path) {
        int classes = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(zip.stream()
                    .filter(e -> e.getName().endsWith(".class")
                            && !e.getName().endsWith("module-info.class")
                            && !e.getName().startsWith("META-INF/"))
                    .toList());
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    new ClassReader(in).accept(new References(), ClassReader.SKIP_FRAMES);
                }
                classes++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private void member(String from, String owner, String name, String descriptor, boolean method) {
        if (owner.startsWith("[") || isUnused(owner)) {
            return;
        }
        Known type = find(owner);
        if (type == null) {
            problems.add("class " + owner + " (used by " + from + ")");
        } else if (!has(type, name + descriptor, new HashSet<>())) {
            problems.add((method ? "method " : "field ") + owner + "." + name + descriptor + " (used by " + from + ")");
        }
    }

    private void type(String from, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT && !isUnused(element.getInternalName())) {
            if (find(element.getInternalName()) == null) {
                problems.add("class " + element.getInternalName() + " (used by " + from + ")");
            }
        }
    }

    private boolean isUnused(String owner) {
        return optionalPackages.stream().anyMatch(owner::startsWith) && find(owner) == null;
    }

    private boolean has(Known type, String member, Set<String> seen) {
        if (type.members.contains(member) || type.isSignaturePolymorphic) {
            return true;
        }
        for (String parent : type.parents) {
            Known above = find(parent);
            // A missing parent is a problem of its own, or that of an optional dependency.
            if (above == null || (seen.add(parent) && has(above, member, seen))) {
                return true;
            }
        }
        return false;
    }

    private Known find(String name) {
        if (known.containsKey(name)) {
            return known.get(name);
        }
        Known found = null;
        try (InputStream in = open(name)) {
            if (in != null) {
                Known read = new Known();
                new ClassReader(in).accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
                found = read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.put(name, found);
        return found;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = LinkCheck.class.getClassLoader().getResourceAsStream(name + ".class");
        return in != null ? in : Object.class.getResourceAsStream("/" + name + ".class");
    }

    /** What a class has. */
    private final class Known extends ClassVisitor {
        private final Set<String> members = new HashSet<>();
        private final Set<String> finalMethods = new HashSet<>();
        private boolean isFinal;
        private final List<String> parents = new ArrayList<>();
        private boolean isSignaturePolymorphic;
        private String parent;

        private Known() {
            super(ASM);
        }

        private Known parentClass() {
            return parent == null ? null : find(parent);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.parent = parent;
            if (parent != null) {
                parents.add(parent);
            }
            parents.addAll(List.of(interfaces));
            isFinal = (access & Opcodes.ACC_FINAL) != 0;
            isSignaturePolymorphic =
                    name.equals("java/lang/invoke/MethodHandle") || name.equals("java/lang/invoke/VarHandle");
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            members.add(name + descriptor);
            if ((access & Opcodes.ACC_FINAL) != 0 && (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0) {
                finalMethods.add(name + descriptor);
            }
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            members.add(name + descriptor);
            return null;
        }
    }

    /** Walks through a class of the library. */
    private final class References extends ClassVisitor {
        private String name = "";
        private String parent;

        private References() {
            super(ASM);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
            this.parent = parent;
            if (parent != null) {
                type(name, Type.getObjectType(parent));
                Known above = find(parent);
                if (above != null && above.isFinal) {
                    problems.add("final class " + parent + " (extended by " + name + ")");
                }
            }
            for (String one : interfaces) {
                type(name, Type.getObjectType(one));
            }
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            type(name + "." + field, Type.getType(descriptor));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            String from = name + "." + method;
            for (Known above = find(parent); above != null; above = above.parentClass()) {
                if (!method.equals("<init>") && above.finalMethods.contains(method + descriptor)) {
                    problems.add("final method " + method + descriptor + " (overridden by " + name + ")");
                }
            }
            type(from, Type.getReturnType(descriptor));
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                type(from, argument);
            }
            return new Code(from);
        }
    }

    /** Walks through a method of the library. */
    private final class Code extends MethodVisitor {
        private final String from;
        private final Set<Label> guardStarts = new HashSet<>();
        private final Set<Label> guardEnds = new HashSet<>();
        private int guards;

        private Code(String from) {
            super(ASM);
            this.from = from;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null && Set.of("java/lang/LinkageError", "java/lang/NoSuchMethodError").contains(type)) {
                guardStarts.add(start);
                guardEnds.add(end);
            }
        }

        @Override
        public void visitLabel(Label label) {
            guards += guardStarts.contains(label) ? 1 : 0;
            guards -= guardEnds.contains(label) ? 1 : 0;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (guards == 0) {
                member(from, owner, name, descriptor, true);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (guards == 0) {
                member(from, owner, name, descriptor, false);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (guards == 0) {
                type(from, Type.getObjectType(type));
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (guards == 0 && value instanceof Type type && type.getSort() != Type.METHOD) {
                type(from, type);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (guards == 0 && argument instanceof Handle handle) {
                    member(from, handle.getOwner(), handle.getName(), handle.getDesc(), handle.getTag() > 4);
                }
            }
        }
    }
}
