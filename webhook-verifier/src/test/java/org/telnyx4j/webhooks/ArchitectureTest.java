package org.telnyx4j.webhooks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the verifier may need, held by the build. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.telnyx4j.webhooks");

    @Test
    void nothingButTheJdkBouncyCastleAndJSpecifyIsNeeded() {
        classes()
                .that(resideInAPackage("org.telnyx4j.webhooks.servlet"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify.annotations", "org.telnyx4j.webhooks..", "jakarta.servlet.."))
                .check(OURS);
        classes()
                .that(resideInAPackage("org.telnyx4j.webhooks.httpserver"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify.annotations", "org.telnyx4j.webhooks..", "com.sun.net.httpserver"))
                .check(OURS);
        classes()
                .that(resideInAPackage("org.telnyx4j.webhooks"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "org.telnyx4j.webhooks",
                        "org.telnyx4j.webhooks.internal",
                        "org.bouncycastle.crypto.params",
                        "org.bouncycastle.math.ec.rfc8032"))
                .check(OURS);
    }

    @Test
    void noSecurityProviderIsTouched() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Security.class, java.security.Provider.class, java.security.Signature.class)
                .check(OURS);
        WebhookSigner signer = WebhookSigner.generate();
        WebhookVerifier.builder()
                .publicKey(signer.publicKey())
                .build()
                .verify(new byte[1], HeaderLookup.of(signer.headers(new byte[1])));
        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(OURS.stream().map(JavaClass::getPackage).distinct())
                .hasSize(4)
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void withoutTheServletApiEverythingElseLoads() throws Exception {
        URL[] classPath = {location(WebhookVerifier.class), location(Ed25519.class), location(NullMarked.class)};
        List<String> loaded = new ArrayList<>();
        try (URLClassLoader alone = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            for (JavaClass each : OURS) {
                if (!each.getPackageName().endsWith(".servlet")) {
                    Class<?> type = Class.forName(each.getName(), true, alone);
                    assertThat(type.getClassLoader()).isSameAs(alone);
                    assertThat(Arrays.asList(type.getDeclaredMethods())).doesNotContainNull();
                    loaded.add(type.getSimpleName());
                }
            }
        }
        assertThat(loaded).contains("WebhookVerifier", "WebhookReceiver", "WebhookHttpHandler", "InMemoryReplayGuard");
    }

    private static URL location(Class<?> type) throws IOException {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
