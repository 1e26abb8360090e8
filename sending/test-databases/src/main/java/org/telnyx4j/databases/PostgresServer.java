package org.telnyx4j.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL of a test's own, on loopback, in a temporary directory. Nothing has to be installed: the programs
 * come out of a jar, else from a PostgreSQL that the machine has. It also works for root, and where the temporary
 * directory is the only one that can be written to.
 *
 * <p>{@link #kill} is {@code kill -9} of every process of the server; {@link #start} after it, or after {@link #stop},
 * starts it again with the same data on the same port. {@link #close} ends it and deletes its data. It ends too when this
 * JVM does, however that ends. Thread-safe.
 *
 * <p>Committed transactions survive {@link #kill}. With {@link Durability#PROCESS}, the default, they need not survive
 * the machine; {@link Durability#MACHINE} writes as a production server does, for measurements.
 */
public final class PostgresServer implements AutoCloseable {
    /** What a committed transaction survives. */
    public enum Durability {
        /** The death of the server's processes. */
        PROCESS,
        /** The loss of power too: each commit waits for the disk. */
        MACHINE
    }

    private static final String USER = "postgres";
    /** What PostgreSQL writes while a process of a killed server has not noticed yet. */
    private static final String OLD_ONE_STILL_DYING = "pre-existing shared memory block";

    private static final Duration START = Duration.ofSeconds(90);
    /** Below what Linux gives to outgoing connections: one of those could hold the port while the server is away. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    private final Path home;
    private final ServerUser user;
    private final Path binaries;
    private final Durability durability;
    private final AtomicInteger databases = new AtomicInteger();
    private int port;
    private @Nullable Process guard;
    private boolean closed;

    private PostgresServer(Path home, ServerUser user, Path binaries, Durability durability) {
        this.home = home;
        this.user = user;
        this.binaries = binaries;
        this.durability = durability;
    }

    /** Starts a server. @throws IllegalStateException where there is none to start; its message says what is missing */
    public static PostgresServer create() {
        return create(Durability.PROCESS);
    }

    /** Starts a server. @throws IllegalStateException where there is none to start; its message says what is missing */
    public static PostgresServer create(Durability durability) {
        List<String> problems = new ArrayList<>();
        return tryToCreate(durability, problems)
                .orElseThrow(() ->
                        new IllegalStateException("No PostgreSQL can be started here: " + String.join("; ", problems)));
    }

    /**
     * Starts a server for a test.
     *
     * @throws org.opentest4j.TestAbortedException where there is none to start: JUnit reports the test as skipped, with one
     *     line that says what is missing. With the system property {@code telnyx4j.databases.required=true} it is an
     *     {@link IllegalStateException} instead
     */
    public static PostgresServer createOrSkip() {
        List<String> problems = new ArrayList<>();
        return tryToCreate(Durability.PROCESS, problems).orElseThrow(() -> TestDatabase.missing(problems));
    }

    /** Starts a server, or returns empty, with what is missing added to the problems. */
    static Optional<PostgresServer> tryToCreate(Durability durability, List<String> problems) {
        ServerUser user = ServerUser.find(PostgresBinaries.temporary(), problems);
        if (user == null) {
            return Optional.empty();
        }
        for (Path binaries : PostgresBinaries.candidates(problems)) {
            ServerUser.Ended version = ServerUser.run(
                    user.command(List.of(binaries.resolve("postgres").toString(), "--version")));
            if (version.exit() != 0) {
                problems.add(
                        binaries + " does not run here: " + version.output().strip());
                continue;
            }
            try {
                return Optional.of(created(user, binaries, durability));
            } catch (IOException | IllegalStateException error) {
                problems.add(binaries + ": " + error.getMessage());
            }
        }
        return Optional.empty();
    }

    private static PostgresServer created(ServerUser user, Path binaries, Durability durability) throws IOException {
        Path home = Files.createTempDirectory(PostgresBinaries.temporary(), "telnyx4j-database");
        user.own(home);
        PostgresServer server = new PostgresServer(home, user, binaries, durability);
        try {
            ServerUser.Ended made = ServerUser.run(user.command(List.of(
                    binaries.resolve("initdb").toString(),
                    "--pgdata=" + server.data(),
                    "--username=" + USER,
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync")));
            if (made.exit() != 0) {
                throw new IllegalStateException(
                        "initdb failed: " + made.output().strip());
            }
            server.startOnAnyPort();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-postgres"));
            return server;
        } catch (RuntimeException | IOException error) {
            server.close();
            throw error;
        }
    }

    private void startOnAnyPort() throws IOException {
        IllegalStateException last = new IllegalStateException("no port is free");
        for (int attempt = 0; attempt < 5; attempt++) {
            port = freePort();
            try {
                start();
                return;
            } catch (IllegalStateException taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static int freePort() throws IOException {
        IOException last = new IOException("no port is free");
        for (int attempt = 0; attempt < 100; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate));
                return candidate;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    /**
     * Starts the server again after {@link #kill} or {@link #stop}; returns when it can be connected to. Nothing happens
     * while it runs.
     *
     * @throws IllegalStateException where it does not start
     */
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("the server is closed");
        }
        if (guard != null && guard.isAlive()) {
            return;
        }
        Path log = home.resolve("log");
        long deadline = System.nanoTime() + START.toNanos();
        Process started = guarded(log);
        while (!accepts()) {
            if (System.nanoTime() > deadline) {
                guard = started;
                kill();
                throw new IllegalStateException("PostgreSQL did not start in time: " + lastLines(log));
            }
            if (!started.isAlive()) {
                String reason = lastLines(log);
                if (!reason.contains(OLD_ONE_STILL_DYING)) {
                    throw new IllegalStateException("PostgreSQL did not start: " + reason);
                }
                started = guarded(log);
            }
            pause(20);
        }
        guard = started;
    }

    private boolean accepts() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "")) {
            return connection.isValid(10);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * A shell between us and the server ends the server when we end, also when we are killed: its standard input ends
     * then.
     */
    private Process guarded(Path log) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "exec 3<&0; \"$@\" 3<&- </dev/null & server=$!; "
                        + "{ cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null; } & exec 3<&-; wait $server",
                "guard"));
        command.addAll(user.command(serverCommand()));
        try {
            return new ProcessBuilder(command)
                    .directory(PostgresBinaries.temporary().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException error) {
            throw new IllegalStateException("PostgreSQL could not be started: " + error.getMessage(), error);
        }
    }

    private List<String> serverCommand() {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("postgres").toString(), "-D", data().toString(), "-p", Integer.toString(port)));
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                // /dev/shm may be missing or small.
                "dynamic_shared_memory_type=mmap",
                "timezone=UTC",
                "log_timezone=UTC"));
        if (durability == Durability.PROCESS) {
            settings.add("fsync=off");
            settings.add("full_page_writes=off");
        }
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    /** Kills all processes of the server at once, with SIGKILL; returns when they are gone. Data and port stay. */
    public synchronized void kill() {
        Process running = guard;
        if (running == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>();
        running.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        ended(running, all);
    }

    /** Stops the server as an operator does: open transactions are rolled back, the data is written. Data and port stay. */
    public synchronized void stop() {
        Process running = guard;
        if (running == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>();
        running.descendants().forEach(all::add);
        ServerUser.run(user.command(List.of(
                binaries.resolve("pg_ctl").toString(),
                "stop",
                "-D",
                data().toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "60")));
        ended(running, all);
    }

    private void ended(Process running, List<ProcessHandle> all) {
        try {
            running.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // It is closed, and that is what was wanted.
        }
        boolean interrupted = Thread.interrupted();
        for (ProcessHandle each : all) {
            long deadline = System.nanoTime() + START.toNanos();
            while (each.isAlive() && System.nanoTime() < deadline) {
                each.destroyForcibly();
                pause(5);
            }
        }
        try {
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException error) {
            interrupted = true;
        }
        guard = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it runs. */
    public synchronized boolean isRunning() {
        return guard != null && guard.isAlive();
    }

    /** Returns the port on 127.0.0.1; it stays the same. */
    public int port() {
        return port;
    }

    /** Returns the user to connect as; it needs no password. */
    public String user() {
        return USER;
    }

    /** Returns what {@code select version()} reports. */
    public String version() {
        return ServerUser.run(user.command(List.of(binaries.resolve("postgres").toString(), "--version")))
                .output()
                .strip();
    }

    /** Returns the processor time that its living processes have used. */
    public synchronized Duration cpu() {
        Process running = guard;
        return running == null
                ? Duration.ZERO
                : running.descendants()
                        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates a new, empty database; {@link TestDatabase#close} drops it. Takes some tens of milliseconds. */
    public TestDatabase createDatabase() {
        return createDatabase("template0");
    }

    /**
     * Creates a database as a copy of another one of this server, tables and rows included: for tests that all begin with
     * the same schema. Nobody may be connected to the original meanwhile.
     */
    public TestDatabase copy(TestDatabase original) {
        return createDatabase(original.name());
    }

    private TestDatabase createDatabase(String template) {
        String name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        return new TestDatabase(TestDatabase.Kind.POSTGRESQL, name, url(name), USER, () -> drop(name));
    }

    private void drop(String name) {
        if (isRunning()) {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw new IllegalStateException(error.getMessage(), error);
        }
    }

    /** Ends all its processes and deletes its data. */
    @Override
    public synchronized void close() {
        kill();
        closed = true;
        try {
            Directories.delete(home);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException error) {
            return "it left no log";
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was started or ended", error);
        }
    }
}
