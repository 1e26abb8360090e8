package org.telnyx4j.sandbox.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts the sandbox as a module, in a JVM of its own. */
class ModulePathTest {
    /** What the sandbox needs at run time, and nothing that only its tests need. */
    private static final Pattern NEEDED = Pattern.compile(
            ".*/(sandbox/target/classes|core/target/classes|generated-client/target/classes"
                    + "|webhook-verifier/target/classes"
                    + "|(telnyx4j-(core|generated-client|webhook-verifier)|jackson-(core|annotations)|httpclient5|httpcore5"
                    + "|httpcore5-h2|slf4j-api|opentelemetry-(api|context|common)|bcprov-jdk18on|jspecify)-[0-9][^/]*\\.jar)");

    @Test
    @Timeout(120)
    void theSandboxStartsOnTheModulePath() throws IOException, InterruptedException {
        String modulePath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.matcher(entry.replace('\\', '/')).matches())
                .collect(Collectors.joining(File.pathSeparator));

        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        "org.telnyx4j.sandbox",
                        "--class-path",
                        Path.of("target", "test-classes").toString(),
                        StartTime.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("module: org.telnyx4j.sandbox").contains("HTTP/1.1 200 OK");
        System.out.println(output);
    }
}
