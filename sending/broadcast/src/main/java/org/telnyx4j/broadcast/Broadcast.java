package org.telnyx4j.broadcast;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command: see {@code ./scripts/broadcast --help}. */
public final class Broadcast {
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final int USUAL_WIDTH = 100;

    private Broadcast() {}

    /**
     * Runs the command, and ends the process with its exit code.
     *
     * @param args what {@code --help} prints
     * @throws InterruptedException if the main thread is interrupted while it waits for the end
     */
    public static void main(String[] args) throws InterruptedException {
        Interruption interruption = new Interruption();
        Thread command = Thread.currentThread();
        // Ctrl-C and SIGTERM end the JVM by its shutdown hooks; this one lets the command end by itself first.
        Thread hook = new Thread(() -> {
            interruption.ask();
            try {
                if (!interruption.isAtQuestion()) {
                    command.join(LONGEST_END.toMillis());
                }
            } catch (InterruptedException e) {
                // The JVM ends either way.
            }
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        Map<String, String> environment = System.getenv();
        boolean isTerminal = "true".equals(environment.get("BROADCAST_TERMINAL"));
        Output out = new Output(System.out, isTerminal, width(environment));
        int code =
                run(args, environment, new InputStreamReader(System.in, Charset.defaultCharset()), out, interruption);
        if (interruption.isAsked()) {
            return; // the hook waits for this thread
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        System.exit(code);
    }

    private static int width(Map<String, String> environment) {
        try {
            return Integer.parseInt(environment.getOrDefault("BROADCAST_COLUMNS", ""));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /**
     * Runs the command in this process.
     *
     * @param in where an answer is read from
     * @return its exit code
     */
    static int run(String[] args, Map<String, String> environment, Reader in, Output out, Interruption interruption) {
        BroadcastOptions options = new BroadcastOptions();
        CommandLine line = new CommandLine(options).setUsageHelpAutoWidth(false);
        try {
            line.parseArgs(args);
            if (options.isHelp()) {
                out.line("%s", line.getUsageMessage().stripTrailing());
                return ExitCode.ALL_SENT;
            }
            return new BroadcastRun(options, environment, new BufferedReader(in), out, interruption).run();
        } catch (ParameterException e) {
            out.line("broadcast: %s (--help prints what there is)", e.getMessage());
            return ExitCode.NOT_STARTED;
        } catch (NotStartedException e) {
            out.line("broadcast: %s", e.getMessage());
            return ExitCode.NOT_STARTED;
        }
    }

    /** For tests that print elsewhere. */
    static Output plain(PrintStream out) {
        return new Output(out, false, USUAL_WIDTH);
    }
}
