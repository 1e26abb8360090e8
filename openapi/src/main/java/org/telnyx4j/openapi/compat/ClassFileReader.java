package org.telnyx4j.openapi.compat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.telnyx4j.openapi.compat.ClassIndex.ClassFile;
import org.telnyx4j.openapi.compat.ClassIndex.Member;

/** Reads one class file. */
final class ClassFileReader extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final String WIRE_NAME = "Lcom/fasterxml/jackson/annotation/JsonProperty;";

    private @Nullable ClassFile result;

    ClassFileReader() {
        super(API);
    }

    ClassFile result() {
        return Objects.requireNonNull(result, "read first");
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        result = new ClassFile(name, access, superName, interfaces == null ? List.of() : List.of(interfaces));
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        ClassFile owner = result();
        owner.fields.put(name, descriptor);
        return new FieldVisitor(API) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation.equals(WIRE_NAME) ? wireName(owner, name) : null;
            }
        };
    }

    private static AnnotationVisitor wireName(ClassFile owner, String field) {
        return new AnnotationVisitor(API) {
            @Override
            public void visit(String key, Object value) {
                if (key.equals("value")) {
                    owner.wireNames.put(field, String.valueOf(value));
                }
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        ClassFile owner = result();
        ClassIndex.Method method = new ClassIndex.Method(new Member(owner.name, name, descriptor), access);
        owner.methods.put(name + descriptor, method);
        Uses uses = new Uses(method, owner);
        uses.descriptor(descriptor);
        return uses;
    }

    /** Notes what a method's code refers to. */
    private static final class Uses extends MethodVisitor {
        private final ClassIndex.Method method;
        private final ClassFile owner;

        Uses(ClassIndex.Method method, ClassFile owner) {
            super(API);
            this.method = method;
            this.owner = owner;
        }

        // A class with a table of commands uses them all; who reads one constant of it uses that one.
        private void initializes(String field, String descriptor) {
            Member member = new Member(owner.name, field, descriptor);
            ClassIndex.Method initializer = new ClassIndex.Method(member, Opcodes.ACC_STATIC);
            initializer.uses.addAll(method.uses);
            owner.initializers.put(field, initializer);
            method.uses.clear();
        }

        void descriptor(String descriptor) {
            type(Type.getType(descriptor));
        }

        private void type(Type type) {
            switch (type.getSort()) {
                case Type.METHOD -> {
                    type(type.getReturnType());
                    for (Type argument : type.getArgumentTypes()) {
                        type(argument);
                    }
                }
                case Type.ARRAY -> type(type.getElementType());
                case Type.OBJECT -> method.uses.add(Member.type(type.getInternalName()));
                default -> {}
            }
        }

        private void member(String owner, String name, String descriptor) {
            if (owner.startsWith("[")) {
                descriptor(owner);
                return;
            }
            type(Type.getObjectType(owner));
            method.uses.add(new Member(owner, name, descriptor));
            descriptor(descriptor);
        }

        private void constant(Object value) {
            if (value instanceof Type type) {
                type(type);
            } else if (value instanceof Handle handle) {
                member(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (value instanceof ConstantDynamic dynamic) {
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            member(owner, name, descriptor);
            if (opcode == Opcodes.PUTSTATIC && method.member.name().equals("<clinit>")) {
                initializes(name, descriptor);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String internalName) {
            type(Type.getObjectType(internalName));
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String exception) {
            if (exception != null) {
                type(Type.getObjectType(exception));
            }
        }
    }
}
