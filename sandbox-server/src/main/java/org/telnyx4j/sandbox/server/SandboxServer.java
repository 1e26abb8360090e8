package org.telnyx4j.sandbox.server;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Runs one sandbox until the process is told to end. */
public final class SandboxServer {
    private SandboxServer() {}

    /**
     * Starts a sandbox, prints where it is, and runs until SIGTERM or Ctrl-C, which it ends on cleanly: the port is free
     * then. Ends with 1 if it cannot start, and with 2 for a command line that cannot be understood.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != RUNNING) {
            System.exit(status);
        }
    }

    /** What {@link #run} returns if the sandbox runs. */
    static final int RUNNING = -1;

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            out.println(ServerOptions.USAGE);
            return 0;
        }
        ServerOptions options;
        try {
            options = ServerOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("sandbox: " + e.getMessage());
            err.println(ServerOptions.USAGE);
            return 2;
        }
        TelnyxSandbox sandbox;
        try {
            sandbox = SeededSandbox.start(options);
        } catch (IllegalArgumentException | IllegalStateException e) {
            err.println("sandbox: " + e.getMessage());
            return 1;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            sandbox.close();
                            out.println("Stopped.");
                            ended.countDown();
                        },
                        "telnyx4j-sandbox-stop"));
        // The sandbox's own threads don't keep the process alive.
        new Thread(() -> await(ended), "telnyx4j-sandbox-process").start();
        print(sandbox, out);
        return RUNNING;
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(TelnyxSandbox sandbox, PrintStream out) {
        out.println("Base URL    " + sandbox.baseUrl());
        out.println("API key     " + sandbox.apiKey());
        out.println("Public key  " + sandbox.publicKey());
        out.println("Page        " + sandbox.baseUrl().resolve("/_sandbox"));
        out.println("The sandbox is ready. Ctrl-C stops it.");
        out.flush();
    }
}
