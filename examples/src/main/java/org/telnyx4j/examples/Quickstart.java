package org.telnyx4j.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;

/** The tour: on a sandbox, or with a key one real text. */
public final class Quickstart {
    private static final String TEXT = "Your order has left the warehouse.";

    private final PrintStream out;
    private final TourOutput output;
    private final TourOptions options;

    private Quickstart(PrintStream out, TourOptions options) {
        this.out = out;
        this.output = new TourOutput(out);
        this.options = options;
    }

    /**
     * Runs the tour and ends the JVM: with 0 if all went well, 1 if a text could not be sent, 2 for a command line that
     * cannot be understood.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            out.println(TourOptions.USAGE);
            return 0;
        }
        String key = environment.get("TELNYX_API_KEY");
        boolean real = key != null && !key.isBlank();
        try {
            TourOptions options = TourOptions.parse(arguments);
            if (real && (options.from() == null || options.to() == null)) {
                throw new IllegalArgumentException("with TELNYX_API_KEY, --from and --to are needed");
            }
            if (real && options.keep()) {
                throw new IllegalArgumentException("--keep is for the sandbox, without TELNYX_API_KEY");
            }
            Quickstart tour = new Quickstart(out, options);
            return real ? tour.sendForReal(environment) : tour.tourTheSandbox();
        } catch (IllegalArgumentException e) {
            err.println("quickstart: " + e.getMessage());
            err.println(TourOptions.USAGE);
            return 2;
        }
    }

    private int sendForReal(Map<String, String> environment) {
        try (Telnyx telnyx = Telnyx.builder().environment(environment).build()) {
            output.say("Sending one text through the Telnyx API.");
            output.detail(telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .to(options.to())
                            .from(options.from())
                            .text(options.text() == null ? TEXT : options.text())
                            .build()));
            return 0;
        } catch (TelnyxException e) {
            output.detail(e);
            return 1;
        }
    }

    private int tourTheSandbox() {
        out.println("TELNYX_API_KEY is not set, so nothing leaves this machine.");
        long start = System.nanoTime();
        try (SandboxTour tour = new SandboxTour(output, options)) {
            tour.run();
            output.say("Done in " + Duration.ofNanos(System.nanoTime() - start).toMillis()
                    + " ms. All of it is on the sandbox's page, "
                    + (options.keep() ? tour.page() : "which --keep leaves open to be looked at."));
            if (options.keep()) {
                output.detail("Ctrl-C ends it.");
                out.flush();
                awaitTheEnd();
            }
            return 0;
        } catch (TelnyxException e) {
            output.detail(e);
            return 1;
        }
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
