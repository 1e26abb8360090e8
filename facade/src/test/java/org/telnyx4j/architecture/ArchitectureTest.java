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
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
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
    private static final String INTERNAL = "..internal..";
    private static final String WEBHOOKS = "org.telnyx4j.webhooks..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ArchitectureTest::isNotForTestsAlone)
            .importPackages("org.telnyx4j");

    private static final JavaClasses OURS =
            ALL.that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(GENERATED)));

    private static final SliceAssignment EACH_FILE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return SliceIdentifier.of(outermost.getName());
        }

        @Override
        public String getDescription() {
            return "each file";
        }
    };

    /** The sandbox and the test kit are on the class path of the tests, and not of what is tested. */
    private static boolean isNotForTestsAlone(Location location) {
        return !location.contains("/org/telnyx4j/sandbox/") && !location.contains("/org/telnyx4j/testing/");
    }

    @Test
    void allModulesAreChecked() {
        assertThat(OURS.contain("org.telnyx4j.Telnyx")).isTrue();
        assertThat(OURS.contain("org.telnyx4j.internal.exchange.TelnyxClient")).isTrue();
        assertThat(OURS.contain("org.telnyx4j.webhooks.WebhookVerifier")).isTrue();
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

    /** So a native image needs to be told of no class of ours. */
    @Test
    void nothingUsesReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.ServiceLoader")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "look a class or its members up by name",
                        call -> call.getTargetOwner().isEquivalentTo(Class.class)
                                && (call.getName().equals("forName")
                                        || call.getName().startsWith("getDeclared")
                                        || Set.of("getMethod", "getMethods", "getField", "getFields", "newInstance")
                                                .contains(call.getName()))))
                .check(ALL);
    }

    /** Nor by the other way to it. Bytecode for Java 17 cannot name virtual threads, so one class looks them up. */
    @Test
    void nothingButVirtualThreadsIsLookedUpByHandles() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.telnyx4j.internal.threads.VirtualThreads")
                .and()
                .doNotHaveFullyQualifiedName("org.telnyx4j.internal.threads.VirtualThreads$Handles")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "look something up by a method handle",
                        call -> call.getTargetOwner().getName().startsWith("java.lang.invoke.MethodHandles")))
                .check(ALL);
    }

    /** An application's own version of it cannot clash with a library that does not use it. */
    @Test
    void nothingUsesDatabind() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml.jackson.databind..",
                        "com.fasterxml.jackson.datatype..",
                        "org.openapitools..",
                        "tools.jackson..")
                .check(ALL);
    }

    @Test
    void onlyTheCoreReadsAndWritesJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.telnyx4j.json", "org.telnyx4j.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.core..")
                .check(ALL);
        noClasses()
                .that(DescribedPredicate.describe("are the facade's", ArchitectureTest::isOfTheFacade))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.core..")
                .check(ALL);
    }

    /** No package is split over two modules, or the module path would refuse them. */
    @Test
    void eachPackageIsInOneModule() {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (JavaClass each : ALL) {
            modules.computeIfAbsent(each.getPackageName(), name -> new TreeSet<>())
                    .add(moduleOf(each));
        }
        assertThat(modules).hasSizeGreaterThan(20);
        assertThat(modules).allSatisfy((name, found) -> assertThat(found).hasSize(1));
    }

    @Test
    void theFacadeExportsItsPublicPackagesAndNoOthers() {
        Set<String> visible = new TreeSet<>();
        for (JavaClass each : ALL) {
            if (isOfTheFacade(each) && isVisible(each) && !each.getPackageName().contains(".internal")) {
                visible.add(each.getPackageName());
            }
        }
        ModuleDescriptor facade = ModuleFinder.of(Path.of(moduleOf(ALL.get("org.telnyx4j.Telnyx"))))
                .find("org.telnyx4j")
                .orElseThrow()
                .descriptor();
        assertThat(facade.exports())
                .allSatisfy(exported -> assertThat(exported.isQualified()).isFalse())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(visible);
    }

    @Test
    void noClassNeedsAnotherThatNeedsIt() {
        SlicesRuleDefinition.slices()
                .assignedFrom(EACH_FILE)
                .should()
                .beFreeOfCycles()
                .check(ALL.that(DescribedPredicate.describe("are the facade's", ArchitectureTest::isOfTheFacade)));
    }

    /** The verifier is an optional dependency: what sends must not need it. */
    @Test
    void onlyEventsUseTheVerifier() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.telnyx4j.events.routing..", "org.telnyx4j.internal.events..", WEBHOOKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEBHOOKS, "org.telnyx4j.events.routing..")
                .check(ALL);
    }

    @Test
    void generatedCodeKnowsNothingOfTheFacade() {
        noClasses()
                .that()
                .resideInAPackage(GENERATED)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are the facade's", ArchitectureTest::isOfTheFacade))
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
                .should(showNo(
                        "types of HttpClient or Jackson's parser", "org.apache..", "com.fasterxml.jackson.core.."))
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

    private static String moduleOf(JavaClass type) {
        String location = type.getSource().orElseThrow().getUri().toString();
        String path = location.substring(0, location.length() - type.getName().length() - ".class".length());
        return URI.create(path.replaceFirst("^jar:", "").replaceFirst("!/$", ""))
                .getPath();
    }

    private static boolean isOfTheFacade(JavaClass type) {
        return type.getSource().isPresent() && moduleOf(type).equals(moduleOf(ALL.get("org.telnyx4j.Telnyx")));
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
