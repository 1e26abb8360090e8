package org.telnyx4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A platform's older library is played by a class loader that does not have what came later. */
class RequiredVersionsTest {
    @Test
    void acceptsWhatIsHere() {
        assertThatCode(RequiredVersions::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.hc.client5.http.ssl.TlsSocketStrategy, org.apache.httpcomponents.client5:httpclient5 5.4",
        "org.apache.hc.core5.net.InetAddressUtils, org.apache.httpcomponents.core5:httpcore5 5.3",
        "com.fasterxml.jackson.core.StreamReadConstraints, com.fasterxml.jackson.core:jackson-core 2.15"
    })
    void namesTheArtifactThatIsTooOldWhatWasFoundAndWhatIsNeeded(String missing, String needed) {
        assertThat(check(Set.of(missing)))
                .startsWith("telnyx4j needs " + needed + " or later, but found ")
                .containsPattern("but found \\d+\\.\\d+")
                .contains("section \"Versions\" of telnyx4j's README")
                .doesNotContain(", and ");
    }

    @Test
    void namesAllThatAreTooOldAtOnce() {
        assertThat(check(Set.of(
                        "org.apache.hc.client5.http.ssl.TlsSocketStrategy",
                        "com.fasterxml.jackson.core.StreamReadConstraints")))
                .contains("httpclient5 5.4 or later")
                .contains(", and com.fasterxml.jackson.core:jackson-core 2.15 or later");
    }

    @Test
    void saysSoWhereThereIsNone() {
        assertThat(check(Set.of(
                        "com.fasterxml.jackson.core.StreamReadConstraints",
                        "com.fasterxml.jackson.core.json.PackageVersion")))
                .contains("jackson-core 2.15 or later, but found none");
    }

    /** Returns the message with which the check fails where classes are missing. */
    private static @Nullable String check(Set<String> missing) {
        try {
            Class<?> checked = Class.forName(RequiredVersions.class.getName(), true, new OlderLibraries(missing));
            checked.getMethod("check").invoke(null);
            return null;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
            return e.getCause().getMessage();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The class under test cannot be loaded", e);
        }
    }

    /** Loads the class under test itself, and the rest as usual but for some classes. */
    private static final class OlderLibraries extends ClassLoader {
        private final Set<String> missing;

        OlderLibraries(Set<String> missing) {
            super(RequiredVersions.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.contains(name)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.equals(RequiredVersions.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
