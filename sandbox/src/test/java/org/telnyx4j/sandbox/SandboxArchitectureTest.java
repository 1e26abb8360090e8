package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Cycles;

/** Nothing needs another that needs it, apart from what users see: it creates all the rest, which implements it. */
class SandboxArchitectureTest {
    private static final JavaClasses INTERNAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.telnyx4j.sandbox.internal");

    @Test
    void noPackageNeedsAnotherThatNeedsIt() {
        assertThat(INTERNAL).hasSizeGreaterThan(50);
        assertThat(Cycles.ofPackages(INTERNAL)).isEmpty();
    }
}
