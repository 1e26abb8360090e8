package org.telnyx4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The layering, held by the build. */
class ArchitectureTest {
    private static final String GENERATED = "org.telnyx4j.generated..";
    private static final String INVOKER = "org.telnyx4j.generated.invoker..";
    private static final String INTERNAL = "..internal..";
    private static final String WEBHOOKS = "org.telnyx4j.webhooks..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.telnyx4j");

    private static final JavaClasses OURS =
            ALL.that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(GENERATED)));

    @Test
    void bothModulesAreLookedAt() {
        assertThat(OURS.contain("org.telnyx4j.Telnyx")).isTrue();
        assertThat(OURS.contain("org.telnyx4j.internal.transport.ClientTransport"))
                .isTrue();
        assertThat(OURS.contain("org.telnyx4j.generated.api.MessagesApi")).isFalse();
        assertThat(ALL.contain("org.telnyx4j.generated.api.MessagesApi")).isTrue();
        assertThat(ALL.contain("org.telnyx4j.architecture.ArchitectureTest")).isFalse();
    }

    @Test
    void nothingComesFromJavaEe() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are javax, other than those of the JDK",
                        type -> type.getPackageName().startsWith("javax.")
                                && !type.getPackageName().startsWith("javax.net")
                                && !type.getPackageName().startsWith("javax.crypto")
                                && !type.getPackageName().startsWith("javax.security.auth")))
                .check(ALL);
    }

    @Test
    void onlyInternalsTouchTheInvoker() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INVOKER)
                .check(OURS);
    }

    /** The verifier is an optional dependency: what sends must not need it. */
    @Test
    void onlyEventsTouchTheVerifier() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.telnyx4j.events..", "org.telnyx4j.internal.events..", WEBHOOKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEBHOOKS, "org.telnyx4j.events..", "org.telnyx4j.internal.events..")
                .check(ALL);
    }

    @Test
    void generatedCodeKnowsNothingOfTheFacade() {
        noClasses()
                .that()
                .resideInAPackage(GENERATED)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are handwritten",
                        type -> type.getPackageName().startsWith("org.telnyx4j")
                                && !type.getPackageName().startsWith("org.telnyx4j.generated")))
                .check(ALL);
    }

    @Test
    void internalTypesDoNotShowInWhatUsersSee() {
        classes()
                .that()
                .resideOutsideOfPackage(INTERNAL)
                .should(showNo("internal types", INTERNAL))
                .check(OURS);
    }

    @Test
    void theHttpClientShowsInNothingButItsOwnSetting() {
        classes()
                .that()
                .resideOutsideOfPackage(INTERNAL)
                .and()
                .doNotHaveFullyQualifiedName("org.telnyx4j.Telnyx$Builder")
                .should(showNo("types of HttpClient or Jackson", "org.apache..", "com.fasterxml.."))
                .check(OURS);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that().areStatic().should().beFinal().check(OURS);
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(DescribedPredicate.describe(
                        "a holder of state",
                        type -> type.getPackageName().startsWith("java.util.concurrent.atomic")
                                || type.isAssignableTo(ThreadLocal.class)
                                || type.isAssignableTo(ConcurrentMap.class)
                                || type.isAssignableTo(ExecutorService.class)))
                .check(OURS);
    }

    @Test
    void everyStaticCollectionIsOneOfTheJdksImmutableOnes() throws ReflectiveOperationException {
        for (JavaClass each : OURS) {
            for (JavaField field : each.getFields()) {
                boolean holds = field.getRawType().isAssignableTo(Map.class)
                        || field.getRawType().isAssignableTo(Collection.class);
                if (holds && field.getModifiers().contains(JavaModifier.STATIC)) {
                    Field reflected = field.reflect();
                    reflected.setAccessible(true);
                    assertThat(reflected.get(null).getClass().getName())
                            .as(field.getFullName())
                            .startsWith("java.util.ImmutableCollections$");
                }
            }
        }
    }

    @Test
    void everyHandwrittenPackageSaysWhatMayBeNull() {
        Set<String> packages = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        for (JavaClass each : OURS) {
            packages.add(each.getPackageName());
            if (each.getSimpleName().equals("package-info") && each.isAnnotatedWith(NullMarked.class)) {
                marked.add(each.getPackageName());
            }
        }
        assertThat(packages).isNotEmpty();
        assertThat(marked).isEqualTo(packages);
    }

    @Test
    void oneSimpleNameMeansOneType() {
        Map<String, List<String>> names = ALL.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getFullName, Collectors.toList())));
        assertThat(names.values()).allSatisfy(types -> assertThat(types).hasSize(1));
        assertThat(names).hasSizeGreaterThan(100);
    }

    @Test
    void noTypeHasTheNameOfOneThatEveryProgramHas() {
        for (JavaClass each : OURS) {
            if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
                assertThat(ClassLoader.getPlatformClassLoader()
                                .getResource("java/lang/" + each.getSimpleName() + ".class"))
                        .as(each.getName())
                        .isNull();
            }
        }
    }

    private static ArchCondition<JavaClass> showNo(String what, String... packages) {
        DescribedPredicate<JavaClass> hidden = JavaClass.Predicates.resideInAnyPackage(packages);
        return new ArchCondition<>("show no " + what + " in what is public or protected") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isVisible(type)) {
                    return;
                }
                Stream.concat(ofType(type), type.getMembers().stream().flatMap(ArchitectureTest::ofMember))
                        .filter(shown -> hidden.test(shown.getBaseComponentType()))
                        .forEach(shown -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " shows " + shown.getName())));
            }
        };
    }

    /** Whether an application can name the type. */
    private static boolean isVisible(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return open && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static Stream<JavaClass> ofType(JavaClass type) {
        List<JavaType> shown = new ArrayList<>();
        type.getSuperclass().ifPresent(shown::add);
        shown.addAll(type.getInterfaces());
        type.getTypeParameters().forEach(parameter -> shown.addAll(parameter.getUpperBounds()));
        return rawTypes(shown);
    }

    private static Stream<JavaClass> ofMember(JavaMember member) {
        if (!member.getModifiers().contains(JavaModifier.PUBLIC)
                && !member.getModifiers().contains(JavaModifier.PROTECTED)) {
            return Stream.empty();
        }
        List<JavaType> shown = new ArrayList<>();
        if (member instanceof JavaField field) {
            shown.add(field.getType());
        } else if (member instanceof JavaCodeUnit method) {
            shown.add(method.getReturnType());
            shown.addAll(method.getParameterTypes());
            shown.addAll(method.getExceptionTypes());
            for (JavaTypeVariable<?> parameter : method.getTypeParameters()) {
                shown.addAll(parameter.getUpperBounds());
            }
        }
        return rawTypes(shown);
    }

    private static Stream<JavaClass> rawTypes(List<JavaType> types) {
        Set<JavaClass> raw = new HashSet<>();
        types.forEach(type -> raw.addAll(type.getAllInvolvedRawTypes()));
        return raw.stream();
    }
}
