package org.telnyx4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Cycles;

/** Nothing needs another that needs it. */
class GeneratorArchitectureTest {
    private static final JavaClasses GENERATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.telnyx4j.generator");

    @Test
    void noFileNeedsAnotherThatNeedsIt() {
        assertThat(GENERATOR).hasSizeGreaterThan(10);
        assertThat(Cycles.ofFiles(GENERATOR)).isEmpty();
    }
}
