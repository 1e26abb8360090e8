package org.telnyx4j.generator;

import java.nio.file.Path;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the Maven plugin does. */
final class Generation {
    private Generation() {}

    static void run(Path specification, Path output) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("telnyx4j")
                .setInputSpec(specification.toString())
                .setOutputDir(output.toString());
        DefaultGenerator generator = new DefaultGenerator();
        generator.setGenerateMetadata(false);
        generator.opts(configurator.toClientOptInput()).generate();
    }

    /** Generates from the command line: specification, output. */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), Path.of(arguments[1]));
    }
}
