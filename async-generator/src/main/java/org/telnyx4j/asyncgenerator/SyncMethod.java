package org.telnyx4j.asyncgenerator;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method of an interface of the facade.
 *
 * @param name its name
 * @param kind what its asynchronous form is
 * @param returned what it returns, as it is written in the source; of a list, its items
 * @param parameters its parameters
 * @param operation what errors and telemetry call it
 * @param doc its description
 */
record SyncMethod(String name, Kind kind, String returned, List<Parameter> parameters, String operation, Doc doc) {
    private static final String OPTIONS = "RequestOptions";
    private static final String TIME = "Duration";
    private static final String LIST = "PagedList";
    private static final String RAW = "RawApi";
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "char", "Character",
            "double", "Double",
            "float", "Float",
            "int", "Integer",
            "long", "Long",
            "short", "Short",
            "void", "Void");

    /** What the asynchronous form of a method is. */
    enum Kind {
        /** A future of what it returns. */
        CALL,
        /** A list that is read asynchronously. */
        LIST,
        /** The asynchronous form of an interface with operations. */
        DOMAIN,
        /** A future of what a function does with the generated API. */
        RAW,
        /** None: it leads to the asynchronous form itself. */
        SKIPPED
    }

    /**
     * A parameter.
     *
     * @param type as it is written in the source
     * @param name the name
     */
    record Parameter(String type, String name) {}

    static SyncMethod of(ExecutableElement method, MethodTree tree, Doc doc, String prefix, @Nullable String named)
            throws UnsupportedFormException {
        String name = method.getSimpleName().toString();
        if (method.getModifiers().contains(Modifier.STATIC)
                || !method.getTypeParameters().isEmpty()
                || !method.getThrownTypes().isEmpty()) {
            throw new UnsupportedFormException(
                    name + ": a static or generic method, or one with checked exceptions, has no asynchronous form");
        }
        List<Parameter> parameters =
                tree.getParameters().stream().map(SyncMethod::parameter).toList();
        String returned = String.valueOf(tree.getReturnType());
        Kind kind = kind(method.getReturnType());
        if (kind == Kind.LIST) {
            returned = returned.substring(returned.indexOf('<') + 1, returned.lastIndexOf('>'));
        }
        String operation = named != null ? named : prefix + "." + snake(name);
        return new SyncMethod(name, kind, BOXES.getOrDefault(returned, returned), parameters, operation, doc);
    }

    private static Parameter parameter(VariableTree tree) {
        return new Parameter(tree.getType().toString(), tree.getName().toString());
    }

    private static Kind kind(TypeMirror returned) {
        // What does not exist yet is what is being generated.
        if (returned.getKind() == TypeKind.ERROR) {
            return Kind.SKIPPED;
        }
        if (returned instanceof DeclaredType declared) {
            Element type = declared.asElement();
            if (type.getSimpleName().contentEquals(LIST)) {
                return Kind.LIST;
            }
            if (type.getSimpleName().contentEquals(RAW)) {
                return Kind.RAW;
            }
            if (SyncInterface.annotated(type) != null) {
                return Kind.DOMAIN;
            }
        }
        return Kind.CALL;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the parameter with the options of the call, or null where there is none. */
    @Nullable
    String options() {
        return parameter(OPTIONS);
    }

    /** Returns the name of the parameter with the time that the whole may take, or null where there is none. */
    @Nullable
    String atMost() {
        return parameter(TIME);
    }

    private @Nullable String parameter(String type) {
        return parameters.stream()
                .filter(parameter -> parameter.type().equals(type))
                .map(Parameter::name)
                .findFirst()
                .orElse(null);
    }

    /** Returns what it returns asynchronously. */
    String asyncReturned() {
        return switch (kind) {
            case LIST -> "AsyncPagedList<" + returned + ">";
            case DOMAIN -> "Async" + returned;
            case RAW -> "<T extends @Nullable Object> TelnyxFuture<T>";
            default -> "TelnyxFuture<" + returned + ">";
        };
    }

    /** Returns the method's head, as it stands in an interface, without a semicolon. */
    String head() {
        String list = parameters.stream()
                .map(parameter -> parameter.type() + " " + parameter.name())
                .collect(Collectors.joining(", "));
        if (kind == Kind.RAW) {
            list += (list.isEmpty() ? "" : ", ") + "Function<? super RawApi, ? extends T> call";
        }
        String start = asyncReturned() + " " + name + "(";
        boolean isLong = start.length() + list.length() > 100;
        return start + (isLong ? "\n            " : "") + list + ")";
    }

    /** Returns the call of the method itself, on something that is given. */
    String callOn(String receiver) {
        return receiver + "." + name
                + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
