package org.telnyx4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Cycles;

/** Nothing needs another that needs it. */
class CoreArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/telnyx4j/testing/"))
            .importPackages("org.telnyx4j");

    @Test
    void theWholeCoreIsChecked() {
        assertThat(CORE).hasSizeGreaterThan(100);
    }

    @Test
    void noFileNeedsAnotherThatNeedsIt() {
        assertThat(Cycles.ofFiles(CORE)).isEmpty();
    }

    @Test
    void noPackageNeedsAnotherThatNeedsIt() {
        assertThat(Cycles.ofPackages(CORE)).isEmpty();
    }
}
