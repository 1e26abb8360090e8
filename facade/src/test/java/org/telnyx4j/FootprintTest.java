package org.telnyx4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.RawServer;

/**
 * What an application gets with this library, so that it does not grow unnoticed. No time is measured: what is counted
 * here is the same on each machine. A bound is a tenth above what it was when it was set; who exceeds one for a good
 * reason raises it.
 */
class FootprintTest {
    /** One class of each artifact that sending takes, which Maven brings with telnyx4j. */
    private static final List<Class<?>> ONE_OF_EACH = List.of(
            Telnyx.class,
            ApiClient.class,
            OutgoingMessage.class,
            HttpClients.class,
            HttpHost.class,
            H2ConnectionException.class,
            JsonFactory.class,
            JsonValue.class,
            OpenTelemetry.class,
            Context.class,
            ComponentLoader.class,
            Logger.class);

    private static final long MOST_DOWNLOAD_BYTES = 5_700_000;
    private static final long MOST_CLASSES_OF_JARS = 660;
    private static final long MOST_ALLOCATED_BYTES = 15_200;

    @TempDir
    Path directory = Path.of("");

    @Test
    void theDownloadIsSmall() throws Exception {
        long bytes = 0;
        for (Path place : places()) {
            bytes += Files.isDirectory(place) ? zipped(place) : Files.size(place);
        }
        assertThat(bytes).isBetween(MOST_DOWNLOAD_BYTES / 2, MOST_DOWNLOAD_BYTES);
    }

    /** Loading classes is what the first send of a process spends its time with. */
    @Test
    void theFirstSendLoadsFewClasses() throws Exception {
        Path log = directory.resolve("classes.txt");
        run(List.of("-Xlog:class+load:file=" + log + ":none"));

        List<String> classes;
        try (Stream<String> lines = Files.lines(log)) {
            classes = lines.toList();
        }
        assertThat(classes).hasSizeLessThan(mostClasses());
        assertThat(classes.stream().filter(line -> line.contains("source: file:")))
                .hasSizeBetween((int) MOST_CLASSES_OF_JARS / 2, (int) MOST_CLASSES_OF_JARS);
        // What no send needs.
        assertThat(classes.stream().filter(line -> line.contains("io.opentelemetry") || line.contains("databind")))
                .isEmpty();
    }

    /** Interpreted, since the compiler removes some allocations, and which ones depends on when it comes to them. */
    @Test
    void aSendAllocatesLittle() throws Exception {
        long bytes = Long.parseLong(run(List.of("-Xint"), "measure").strip());

        assertThat(bytes).isBetween(MOST_ALLOCATED_BYTES / 2, MOST_ALLOCATED_BYTES);
    }

    /** The JDK's own differ by its version. */
    private static int mostClasses() {
        return Runtime.version().feature() < 21 ? 2_000 : 2_160;
    }

    private static String run(List<String> options, String... more) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, Fixtures.SENT))) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", classPath(), FootprintRun.class.getName(), server.baseUrl()));
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            return out;
        }
    }

    /** These and no others, so that each measurement also shows that nothing else is needed. */
    private static String classPath() throws URISyntaxException {
        List<String> entries = new ArrayList<>();
        for (Path place : places()) {
            entries.add(place.toString());
        }
        entries.add(place(FootprintRun.class).toString());
        return String.join(File.pathSeparator, entries);
    }

    private static List<Path> places() throws URISyntaxException {
        List<Path> places = new ArrayList<>();
        for (Class<?> type : ONE_OF_EACH) {
            places.add(place(type));
        }
        return places;
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The size of the jar that a directory of classes becomes. */
    private static long zipped(Path classes) throws IOException {
        Count count = new Count();
        try (ZipOutputStream zip = new ZipOutputStream(count);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return count.bytes;
    }

    private static final class Count extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
