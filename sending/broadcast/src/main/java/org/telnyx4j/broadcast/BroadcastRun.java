package org.telnyx4j.broadcast;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.messaging.MessageTemplate;
import org.telnyx4j.outbox.JobId;
import org.telnyx4j.outbox.JobInfo;
import org.telnyx4j.outbox.JobQuery;
import org.telnyx4j.outbox.JobReason;
import org.telnyx4j.outbox.JobState;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxException;
import org.telnyx4j.outbox.OutboxJob;
import org.telnyx4j.outbox.ParkedDecision;
import org.telnyx4j.outbox.QuietHours;
import org.telnyx4j.pacing.Pacer;

/**
 * One run of the command: read and check the file, ask, queue, send, report. All that must outlive a crash is in the database,
 * with the recipient as the unique key of each message, so a run that ended anywhere is repeated from its beginning.
 */
final class BroadcastRun {
    private static final Duration LAST_SENDS = Duration.ofSeconds(40);
    /** What a killed run had picked and not begun is taken again after four of them. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private static final Duration SETTLE_INTERVAL = Duration.ofSeconds(5);
    /** Why a job is parked that was certainly not sent, so that another run may try it again. */
    private static final Set<String> NOT_SENT =
            Set.of(JobReason.NOT_AUTHORIZED, JobReason.TOO_MANY_ATTEMPTS, JobReason.QUIET_HOURS_FAILED);

    private static final int PAGE = 5_000;
    private static final int ROWS_BETWEEN_PROGRESS = 1_000;

    private final BroadcastOptions options;
    private final Map<String, String> environment;
    private final BufferedReader in;
    private final Output out;
    private final Interruption interruption;
    private final MessageTemplate template;
    private final @Nullable QuietHours quietHours;

    BroadcastRun(
            BroadcastOptions options,
            Map<String, String> environment,
            BufferedReader in,
            Output out,
            Interruption interruption) {
        this.options = options;
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.interruption = interruption;
        this.template = options.template();
        this.quietHours = options.quietHours();
    }

    /** What a reading of the file has found. */
    private record Reading(FileSummary summary, RecipientIndex recipients, String hash) {}

    /**
     * What the database has from earlier runs.
     *
     * @param known how many of the file have a job
     * @param waiting how many of these wait
     * @param gone the jobs that wait for recipients who are not in the file any more
     * @param parked the jobs of these that wait for this run, since they were certainly not sent
     */
    private record Earlier(long known, long waiting, List<JobId> gone, List<JobId> parked, JobKeys keys) {}

    int run() {
        checkOptions();
        boolean isPaced = options.rate() != null || Account.isLive(environment);
        try (Pacer pacer = isPaced ? Pace.pacer(options.rate()) : null;
                Account account = Account.open(options, environment, pacer)) {
            if (account.from() == null && account.messagingProfile() == null) {
                throw new NotStartedException("give --from or --messaging-profile, or set TELNYX_FROM");
            }
            out.line(
                    account.isSandbox()
                            ? "There is no TELNYX_API_KEY: it runs on a sandbox, nothing is really sent."
                            : "Checking the file.");
            RecipientIndex optOuts = account.optOuts();
            Predicate<String> optedOut = number -> optOuts.lineOf(number) != 0;
            Reading reading = read(optedOut);
            reading.summary().print(out, options.price());
            if (options.isDryRun()) {
                return dryRun(reading, optedOut);
            }
            requireSendable(reading.summary());
            return send(account, reading, optedOut);
        }
    }

    /** Fails for what picocli can't check, before the file is read. */
    private void checkOptions() {
        options.rate();
        options.mostParts();
        options.price();
        options.name();
        options.waitAtEnd();
        options.workers();
    }

    private int dryRun(Reading reading, Predicate<String> optedOut) {
        out.line("A dry run: nothing was sent.");
        if (options.hasReport()) {
            try (Report report = Report.write(options.report(".csv"))) {
                addProblems(report, optedOut);
                report.writeJson(options.report(".json"), options.name());
            } catch (IOException e) {
                throw new NotStartedException("the report can't be written: " + options.report(".csv"), e);
            }
        }
        return reading.summary().problems() == 0 ? ExitCode.ALL_SENT : ExitCode.SOME_FAILED;
    }

    private void requireSendable(FileSummary summary) {
        if (summary.messages() == 0) {
            throw new NotStartedException("no row can get a message");
        }
        if (options.isStrict() && summary.problems() > 0) {
            throw new NotStartedException("with --strict nothing is sent as long as a row is left out");
        }
    }

    private Reading read(Predicate<String> optedOut) {
        FileSummary summary = new FileSummary();
        try (Rows rows = new Rows(options, template, optedOut)) {
            while (rows.hasNext()) {
                summary.add(rows.next());
                if (interruption.isAsked()) {
                    throw new NotStartedException("interrupted before anything was sent");
                }
            }
            return new Reading(summary, rows.recipients(), rows.hash());
        }
    }

    private int send(Account account, Reading reading, Predicate<String> optedOut) {
        int workers = Pace.workers(options.workers(), options.rate());
        BroadcastStore.Identity identity = BroadcastStore.Identity.of(account, options.templateText());
        try (BroadcastStore store = BroadcastStore.open(
                options.database(),
                options.file(),
                options.name(),
                account.isSandbox(),
                options.workers(),
                environment)) {
            Outbox.Builder builder = Outbox.builder(store.dataSource())
                    .telnyx(account.telnyx())
                    .workers(workers)
                    .heartbeat(HEARTBEAT)
                    .settleInterval(SETTLE_INTERVAL);
            if (quietHours != null) {
                builder.quietHours(quietHours);
            }
            try (Outbox outbox = builder.build()) {
                String earlierFile = store.fileOf(identity);
                Earlier earlier = earlier(outbox, reading.recipients());
                describe(reading, earlier, earlierFile);
                confirm(account, reading, earlier);
                store.begin(identity, reading.hash());
                earlier.gone().forEach(outbox::cancel);
                earlier.parked().forEach(job -> outbox.resolve(job, ParkedDecision.SEND_AGAIN));
                queue(account, outbox, reading, optedOut, earlier.keys());
                return carryOut(account, outbox, reading, optedOut);
            }
        } catch (OutboxException e) {
            out.line("broadcast: the database failed: %s", e.getMessage());
            out.line("The same command goes on where this ended.");
            return ExitCode.STOPPED;
        }
    }

    private Earlier earlier(Outbox outbox, RecipientIndex recipients) {
        long known = 0;
        long waiting = 0;
        List<JobId> gone = new ArrayList<>();
        List<JobId> parked = new ArrayList<>();
        JobKeys keys = new JobKeys();
        for (JobInfo job : jobs(outbox)) {
            boolean isParked = job.state() == JobState.PARKED
                    && job.reason().filter(NOT_SENT::contains).isPresent();
            boolean waits = job.state() == JobState.READY || isParked;
            if (isCancelled(job)) {
                keys.addCancelled(key(job));
            } else if (line(recipients, job) != 0) {
                known++;
                waiting += waits ? 1 : 0;
                if (isParked) {
                    parked.add(job.id());
                }
            } else if (waits) {
                gone.add(job.id());
            }
        }
        return new Earlier(known, waiting, gone, parked, keys);
    }

    private static boolean isCancelled(JobInfo job) {
        return job.state() == JobState.DISCARDED
                && job.reason().filter(JobReason.CANCELLED::equals).isPresent();
    }

    private static String key(JobInfo job) {
        return job.key()
                .orElseThrow(() -> new NotStartedException("the database has jobs of others in this broadcast"));
    }

    private static long line(RecipientIndex recipients, JobInfo job) {
        return recipients.lineOf(JobKeys.recipientOf(key(job)));
    }

    private void describe(Reading reading, Earlier earlier, @Nullable String earlierFile) {
        if (earlierFile == null) {
            return;
        }
        out.line(
                "This broadcast was begun before: %,d of its messages are under way or done, %,d wait, %,d are new.",
                earlier.known() - earlier.waiting(),
                earlier.waiting(),
                reading.recipients().size() - earlier.known());
        if (!earlierFile.equals(reading.hash())) {
            out.line(
                    "The file has changed since then. Who is in it anew gets a message; whose row has changed keeps the one "
                            + "that was queued; %,d who are gone from it and still wait get none.",
                    earlier.gone().size());
        }
    }

    private void confirm(Account account, Reading reading, Earlier earlier) {
        long open = reading.recipients().size() - earlier.known() + earlier.waiting();
        if (open == 0 || options.isConfirmed()) {
            return;
        }
        String from = account.from() == null ? "the number pool" : shown(account.from());
        out.question("Send %,d messages from %s%s? [y/N] ", open, from, account.isSandbox() ? " on the sandbox" : "");
        String answer;
        interruption.atQuestion(true);
        try {
            answer = in.readLine();
        } catch (IOException e) {
            answer = null;
        } finally {
            interruption.atQuestion(false);
        }
        if (answer == null || !List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new NotStartedException(
                    "nothing was sent" + (answer == null ? "; --yes sends without a question" : ""));
        }
    }

    private static String shown(String sender) {
        return sender.startsWith("+") ? Mask.phoneNumber(sender) : sender;
    }

    /** Queues all before the first is sent, so that a file that changes meanwhile, or can't be read, sends nothing. */
    private void queue(Account account, Outbox outbox, Reading reading, Predicate<String> optedOut, JobKeys keys) {
        Progress progress = new Progress(out, "queued", reading.summary().messages());
        try (Rows rows = new Rows(options, template, optedOut)) {
            long[] queued = new long[1];
            outbox.enqueueAll(StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                    .filter(RowMessage.class::isInstance)
                    .map(row -> {
                        if (++queued[0] % ROWS_BETWEEN_PROGRESS == 0) {
                            progress.show(System.nanoTime(), queued[0], "");
                            if (interruption.isAsked()) {
                                throw new NotStartedException(
                                        "interrupted before anything was sent; the same command goes on");
                            }
                        }
                        return job(account, (RowMessage) row, keys);
                    }));
            if (!rows.hash().equals(reading.hash())) {
                throw new NotStartedException("the file changed while it was read; the same command begins again");
            }
        }
    }

    private static OutboxJob job(Account account, RowMessage row, JobKeys keys) {
        OutgoingMessage.Builder message = OutgoingMessage.builder().to(row.to()).text(row.text());
        if (account.from() != null) {
            message.from(account.from());
        }
        if (account.messagingProfile() != null) {
            message.messagingProfileId(account.messagingProfile());
        }
        return OutboxJob.of(message.build()).key(keys.keyOf(row.to())).build();
    }

    private int carryOut(Account account, Outbox outbox, Reading reading, Predicate<String> optedOut) {
        EventRouter events = EventRouter.builder()
                .on(MessageEvent.class, outbox::record)
                .fallback(event -> {})
                .build();
        account.receive(events);
        outbox.start();
        Watch watch = new Watch(outbox, out, interruption, account.hasWebhooks(), options);
        boolean isDone = watch.untilSent() && watch.untilReported();
        if (interruption.isAsked()) {
            out.line("Interrupted: no further message begins, and those on their way are waited for.");
        }
        outbox.close(LAST_SENDS);
        boolean isComplete = report(outbox, reading, optedOut);
        if (!isDone) {
            out.line("The same command goes on where this ended, and sends to nobody twice.");
            return interruption.isAsked() ? ExitCode.INTERRUPTED : ExitCode.STOPPED;
        }
        return isComplete ? ExitCode.ALL_SENT : ExitCode.SOME_FAILED;
    }

    private boolean report(Outbox outbox, Reading reading, Predicate<String> optedOut) {
        try (Report report = Report.write(options.report(".csv"))) {
            addProblems(report, optedOut);
            for (JobInfo job : jobs(outbox)) {
                // Who is gone from the file has no line, and who is in it again has another job.
                report.add(isCancelled(job) ? 0 : line(reading.recipients(), job), job);
            }
            report.print(out);
            report.writeJson(options.report(".json"), options.name());
            out.line("The report is in %s and %s.", options.report(".json"), options.report(".csv"));
            return report.isComplete();
        } catch (IOException e) {
            out.line("broadcast: the report can't be written: %s", options.report(".csv"));
            return false;
        }
    }

    private void addProblems(Report report, Predicate<String> optedOut) {
        try (Rows rows = new Rows(options, template, optedOut)) {
            while (rows.hasNext()) {
                if (rows.next() instanceof RowProblem problem) {
                    report.add(problem);
                }
            }
        }
    }

    /** Reads all jobs, page by page. */
    private static Iterable<JobInfo> jobs(Outbox outbox) {
        return () -> new Iterator<>() {
            private List<JobInfo> page =
                    outbox.query(JobQuery.builder().limit(PAGE).build());
            private int next;

            @Override
            public boolean hasNext() {
                if (next == page.size() && page.size() == PAGE) {
                    JobId last = page.get(PAGE - 1).id();
                    page = outbox.query(
                            JobQuery.builder().limit(PAGE).after(last).build());
                    next = 0;
                }
                return next < page.size();
            }

            @Override
            public JobInfo next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.get(next++);
            }
        };
    }
}
