package org.telnyx4j.internal.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.Threads;

/** The nginx of this machine, if there is one, with few streams at once and few requests on each connection. */
final class NginxServer implements AutoCloseable {
    static final int STREAMS = 8;
    static final int REQUESTS_OF_A_CONNECTION = 20;

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private final Process process;
    private final Path configuration;
    private final Path folder;
    private final int port;

    private NginxServer(Process process, Path configuration, Path folder, int port) {
        this.process = process;
        this.configuration = configuration;
        this.folder = folder;
        this.port = port;
    }

    static boolean exists() {
        return Files.isExecutable(PROGRAM);
    }

    static NginxServer start(Certificates certificates, Path folder) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("large"), "{\"text\":\"" + "y".repeat(3_000_000) + "\"}");
        // Each of the paths that nginx has compiled in would need rights that a test has not.
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                user root;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                worker_processes 2;
                events { worker_connections 512; }
                http {
                  access_log %1$s/access.log;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  client_max_body_size 10m;
                  http2_max_concurrent_streams %2$d;
                  keepalive_requests %3$d;
                  server {
                    listen 127.0.0.1:%4$d ssl http2;
                    ssl_certificate %5$s;
                    ssl_certificate_key %6$s;
                    default_type application/json;
                    location = /v2/things/large { alias %1$s/large; }
                    location / { return 200 '{"text":"yes"}'; }
                  }
                }
                """.formatted(
                folder, STREAMS, REQUESTS_OF_A_CONNECTION, port, certificates.pem(), certificates.privateKey()));
        Process process = command(configuration)
                .redirectError(folder.resolve("output").toFile())
                .start();
        NginxServer server = new NginxServer(process, configuration, folder, port);
        Threads.await("nginx listens: " + folder, server::listens);
        return server;
    }

    private static ProcessBuilder command(Path configuration, String... more) {
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString());
        builder.command().addAll(List.of(more));
        return builder;
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String baseUrl() {
        return "https://localhost:" + port + "/v2";
    }

    /** Starts new workers; the old ones go away as soon as their requests are done. */
    void reload() throws IOException, InterruptedException {
        command(configuration, "-s", "reload").start().waitFor();
    }

    /** Returns the lines of the log of requests. */
    long requests() throws IOException {
        try (var lines = Files.lines(folder.resolve("access.log"))) {
            return lines.filter(line -> line.contains("HTTP/2.0")).count();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
