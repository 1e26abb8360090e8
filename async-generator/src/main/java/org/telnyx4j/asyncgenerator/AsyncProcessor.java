package org.telnyx4j.asyncgenerator;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes, for each interface with {@code @AsyncForm}, an interface with the same methods that return futures, and the
 * class that implements it. The annotation is the facade's own, and read by its name.
 */
public final class AsyncProcessor extends AbstractProcessor {
    /** The annotation. */
    static final String ANNOTATION = "org.telnyx4j.internal.async.AsyncForm";

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ANNOTATION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Trees trees = Trees.instance(processingEnv);
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof TypeElement type) {
                    write(type, trees);
                }
            }
        }
        return false;
    }

    private void write(TypeElement type, Trees trees) {
        try {
            SyncInterface source = SyncInterface.of(type, trees, processingEnv.getElementUtils());
            write(source.packageName() + "." + source.asyncName(), AsyncInterfaceWriter.write(source), type);
            write(SyncInterface.IMPLEMENTATIONS + "." + source.className(), AsyncClassWriter.write(source), type);
        } catch (UnsupportedFormException | IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, String.valueOf(e.getMessage()), type);
        }
    }

    private void write(String name, String source, TypeElement origin) throws IOException {
        try (Writer out =
                processingEnv.getFiler().createSourceFile(name, origin).openWriter()) {
            out.write(source);
        }
    }
}
