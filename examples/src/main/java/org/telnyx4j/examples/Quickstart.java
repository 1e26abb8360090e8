package org.telnyx4j.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.Cost;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** The tour: sends a text through the facade, on a sandbox or for real, and prints what happens. */
public final class Quickstart {
    private static final String TEXT = "Your order has left the warehouse.";

    private final PrintStream out;
    private final TourOptions options;
    private int step;

    private Quickstart(PrintStream out, TourOptions options) {
        this.out = out;
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
            say("Sending one text through the Telnyx API.");
            return send(telnyx, or(options.from(), ""), or(options.to(), "")) == null ? 1 : 0;
        }
    }

    private int tourTheSandbox() {
        say("TELNYX_API_KEY is not set, so this starts a sandbox: a Telnyx of its own in this process.");
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl().toString())
                        .build()) {
            detail("It listens on " + sandbox.baseUrl());
            String from = or(options.from(), "+14165550199");
            String to = or(options.to(), "+14165550123");

            say("Sending a text: telnyx.messages().send(message)");
            MessageResult sent = send(telnyx, from, to);
            if (sent == null) {
                return 1;
            }

            say("Looking it up after the carrier has confirmed it: telnyx.messages().retrieve(id)");
            sandbox.messages().markDelivered(sent.id());
            print(telnyx.messages().retrieve(sent.id()));

            say("Sending to a number that cannot be one: refused here, before anything goes on the wire.");
            int before = sandbox.requests().size();
            expectFailure(telnyx, from, "416-555-0123");
            detail("Requests that the sandbox got: " + (sandbox.requests().size() - before));

            say("Sending while the response gets lost: the sandbox carries the text out, then cuts the connection.");
            sandbox.failNext(Fault.connectionClosed().afterCarryingOut());
            int texts = sandbox.messages().all().size();
            expectFailure(telnyx, from, to);
            detail("Texts that went out: " + (sandbox.messages().all().size() - texts)
                    + ". The client did not send it again, and reports that it does not know.");

            say("Done. README.md has the cookbook; sandbox/ is there for your own tests.");
            return 0;
        }
    }

    private @Nullable MessageResult send(Telnyx telnyx, String from, String to) {
        try {
            MessageResult sent = telnyx.messages().send(message(from, to));
            print(sent);
            return sent;
        } catch (TelnyxException e) {
            print(e);
            return null;
        }
    }

    private void expectFailure(Telnyx telnyx, String from, String to) {
        try {
            print(telnyx.messages().send(message(from, to)));
        } catch (TelnyxException e) {
            print(e);
        }
    }

    private OutgoingMessage message(String from, String to) {
        return OutgoingMessage.builder()
                .to(to)
                .from(from)
                .text(or(options.text(), TEXT))
                .build();
    }

    private void print(MessageResult result) {
        detail("id          " + result.id());
        result.recipients().forEach(recipient -> detail("recipient   " + recipient));
        result.parts().ifPresent(parts -> detail("parts       " + parts));
        result.encoding().ifPresent(encoding -> detail("encoding    " + encoding));
        result.cost().map(Quickstart::words).ifPresent(cost -> detail("cost        " + cost));
        result.requestId().ifPresent(id -> detail("request id  " + id));
        result.errors().forEach(error -> detail("error       " + error));
    }

    private void print(TelnyxException e) {
        detail(e.getClass().getSimpleName() + ": " + e.getMessage());
        detail("type " + e.type() + ", outcome " + e.outcome() + ", advice " + e.advice());
    }

    private static String words(Cost cost) {
        return cost.amount().toPlainString() + " " + cost.currency();
    }

    private void say(String words) {
        step++;
        out.println();
        out.println(step + ". " + words);
    }

    private void detail(String words) {
        out.println("   " + words);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : Objects.requireNonNull(given);
    }
}
