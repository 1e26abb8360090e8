package org.telnyx4j.asyncgenerator;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * An interface of the facade, as it stands in its source.
 *
 * @param packageName its package, in which its asynchronous form is, too
 * @param name its simple name
 * @param imports the lines of its imports, which names in its Javadoc need as well
 * @param doc its description
 * @param methods its methods, without the one that leads to the asynchronous form
 */
record SyncInterface(String packageName, String name, List<String> imports, Doc doc, List<SyncMethod> methods) {
    /** Where the generated classes are. */
    static final String IMPLEMENTATIONS = "org.telnyx4j.internal.async";

    static SyncInterface of(TypeElement type, Trees trees, Elements elements) throws UnsupportedFormException {
        TreePath path = trees.getPath(type);
        List<String> imports = path.getCompilationUnit().getImports().stream()
                .map(ImportTree::toString)
                .map(String::strip)
                .filter(line -> !line.contains(AsyncProcessor.ANNOTATION))
                .toList();
        String prefix = Objects.requireNonNull(annotated(type), "an annotated interface");
        List<SyncMethod> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            MethodTree tree = trees.getTree(method);
            Doc doc = Doc.parse(elements.getDocComment(method));
            SyncMethod read = SyncMethod.of(method, tree, doc, prefix, annotated(method));
            if (read.kind() != SyncMethod.Kind.SKIPPED) {
                methods.add(read);
            }
        }
        return new SyncInterface(
                elements.getPackageOf(type).getQualifiedName().toString(),
                type.getSimpleName().toString(),
                imports,
                Doc.parse(elements.getDocComment(type)),
                List.copyOf(methods));
    }

    /** Returns the value of the annotation, or null where there is none. */
    static @Nullable String annotated(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(AsyncProcessor.ANNOTATION)) {
                for (AnnotationValue value : mirror.getElementValues().values()) {
                    return String.valueOf(value.getValue());
                }
                return "";
            }
        }
        return null;
    }

    /**
     * Returns the lines of the imports of what is generated from it, in their order.
     *
     * @param ofKinds what a method of a kind needs
     */
    Set<String> importsWith(Map<SyncMethod.Kind, List<String>> ofKinds) {
        Set<String> all = new TreeSet<>(imports);
        for (SyncMethod method : methods) {
            all.addAll(ofKinds.getOrDefault(method.kind(), List.of()));
            if (method.kind() == SyncMethod.Kind.DOMAIN) {
                String end = "." + method.returned() + ";";
                imports.stream()
                        .filter(line -> line.endsWith(end))
                        .forEach(line -> all.add(line.replace(end, ".Async" + method.returned() + ";")));
            }
        }
        return all;
    }

    /** Returns the name of the asynchronous interface. */
    String asyncName() {
        return "Async" + name;
    }

    /** Returns the name of the class that implements it. */
    String className() {
        return "Default" + asyncName();
    }
}
