package org.telnyx4j.outbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.telnyx4j.outbox");

    private static final DescribedPredicate<JavaClass> IS_NOT_FOR_USERS =
            JavaClass.Predicates.resideInAnyPackage("com.github.kagkarlsson..", "org.slf4j..", "..internal..");

    @Test
    void nothingPublicHasTypesOfTheEngine() {
        codeUnits()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notHaveRawReturnType(IS_NOT_FOR_USERS)
                .andShould()
                .notHaveRawParameterTypes(DescribedPredicate.describe(
                        "of the engine", types -> types.stream().anyMatch(IS_NOT_FOR_USERS)))
                .check(ALL);
    }

    @Test
    void noJavaObjectIsSerializedAndNothingIsFoundByReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "com.fasterxml.jackson.databind..", "javax.sql.rowset..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream")
                .check(ALL);
    }

    @Test
    void everyPackageSaysWhatIsNullable() {
        assertThat(Stream.concat(
                        Stream.of(ALL.getPackage("org.telnyx4j.outbox")),
                        ALL.getPackage("org.telnyx4j.outbox").getSubpackages().stream()))
                .isNotEmpty()
                .allMatch((JavaPackage one) -> one.isAnnotatedWith(NullMarked.class));
    }
}
