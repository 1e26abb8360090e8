package org.telnyx4j.broadcast;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.MessageTemplate;
import org.telnyx4j.outbox.QuietHours;
import org.telnyx4j.outbox.quiethours.LocalQuietHours;
import org.telnyx4j.outbox.quiethours.PhoneNumberTimeZones;
import org.telnyx4j.outbox.quiethours.QuietSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the command line says. Filled by picocli. */
@Command(
        name = "broadcast",
        sortOptions = false,
        usageHelpWidth = 110,
        header = "Sends a message to each row of a CSV file, once, whatever crashes.",
        description = {
            "",
            "Without TELNYX_API_KEY in the environment it runs on a sandbox in this process, and nothing leaves the "
                    + "machine. The environment may have TELNYX_FROM, TELNYX_MESSAGING_PROFILE_ID, TELNYX_WEBHOOK_URL, "
                    + "TELNYX_PUBLIC_KEY and the other variables of telnyx4j, too.",
            "",
            "The same command again goes on where it ended: it never sends to a recipient twice. If the file has changed, "
                    + "new recipients are added, and those who are gone and still wait are cancelled.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all messages of the file are sent, and none is known to have failed",
            "1:it is done, but rows were left out, or messages failed, are unknown or parked; the report says which",
            "2:nothing was sent by this run: options, file, template, key or database can't be used, or the answer was no",
            "3:interrupted; the same command goes on",
            "4:it had to stop on the way, such as for a database that is gone; the same command goes on"
        })
final class BroadcastOptions {
    private static final BigDecimal FASTEST = BigDecimal.valueOf(10_000);

    @Parameters(paramLabel = "FILE", description = "the CSV file, with a header")
    private @Nullable Path file;

    @Option(
            names = "--template",
            paramLabel = "TEXT",
            description = "the text; {name} is the value of the column \"name\"")
    private @Nullable String template;

    @Option(names = "--template-file", paramLabel = "FILE", description = "a UTF-8 file with the text, instead")
    private @Nullable Path templateFile;

    @Option(names = "--from", paramLabel = "SENDER", description = "number, short code or name that it comes from")
    private @Nullable String from;

    @Option(
            names = "--messaging-profile",
            paramLabel = "ID",
            description = "messaging profile; without --from its number pool")
    private @Nullable String messagingProfile;

    @Option(
            names = "--to",
            paramLabel = "COLUMN",
            description = "the column with the recipients; not needed if it is called such as phone_number or to")
    private @Nullable String recipientColumn;

    @Option(names = "--dry-run", description = "check the file and count, send nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "don't ask before anything goes out")
    private boolean yes;

    @Option(names = "--strict", description = "send nothing if a row can't get a message")
    private boolean strict;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "messages a second, such as 20 or 0.5; else the limits that Telnyx documents for the sender count")
    private @Nullable BigDecimal rate;

    @Option(
            names = "--most-parts",
            paramLabel = "N",
            description = "parts that a text may have (default: ${DEFAULT-VALUE})")
    private int mostParts = 10;

    @Option(names = "--price", paramLabel = "AMOUNT", description = "price of a part, for the estimate")
    private @Nullable BigDecimal price;

    @Option(names = "--currency", paramLabel = "CODE", description = "of --price (default: ${DEFAULT-VALUE})")
    private String currency = "USD";

    @Option(
            names = "--quiet-hours",
            paramLabel = "HOURS",
            description =
                    "when nothing is sent, where the recipient is: such as \"21:00-08:00, Sun all day\"; \"legal\" for "
                            + "the hours of each country that telnyx4j knows (default: ${DEFAULT-VALUE})")
    private String quietHours = "none";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            split = ",",
            description = "with --quiet-hours: where numbers are taken to be whose time zone isn't known, such as "
                    + "toll-free ones, in all zones at once if there are several; without it nothing is sent to them")
    private List<String> zones = new ArrayList<>();

    @Option(names = "--name", paramLabel = "NAME", description = "of this broadcast (default: the name of the file)")
    private @Nullable String name;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql:… or jdbc:h2:…, with DATABASE_USER and DATABASE_PASSWORD in the environment "
                    + "(default: an H2 file beside the CSV file)")
    private @Nullable String database;

    @Option(
            names = "--report",
            paramLabel = "PATH",
            description = "where the report goes, to PATH.json and PATH.csv (default: FILE.report)")
    private @Nullable Path report;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description =
                    "how long to wait at the end for deliveries and for what is unknown (default: ${DEFAULT-VALUE})")
    private long waitSeconds = 60;

    @Option(
            names = "--webhook-port",
            paramLabel = "PORT",
            description = "port on this machine to which TELNYX_WEBHOOK_URL leads; needed to know what was delivered")
    private @Nullable Integer webhookPort;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "messages on their way at once (default: ${DEFAULT-VALUE})")
    private int workers = 10;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "of the file (default: its byte-order mark, or UTF-8)")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--separator", paramLabel = "CHAR", description = "between columns (default: found in the header)")
    private @Nullable Character separator;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    private boolean help;

    Path file() {
        return Objects.requireNonNull(file, "FILE");
    }

    /** Returns the template, whose number of parts isn't checked: that is counted row by row. */
    MessageTemplate template() {
        if ((template == null) == (templateFile == null)) {
            throw new NotStartedException("give either --template or --template-file");
        }
        try {
            return MessageTemplate.of(templateText());
        } catch (IllegalArgumentException e) {
            throw new NotStartedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the text of the template; private. */
    String templateText() {
        if (template != null) {
            return template;
        }
        try {
            // An editor ends a file with a line break, which is no part of the text.
            return Files.readString(Objects.requireNonNull(templateFile)).stripTrailing();
        } catch (IOException e) {
            throw new NotStartedException("the template can't be read, as UTF-8: " + templateFile, e);
        }
    }

    @Nullable
    String from() {
        return from;
    }

    @Nullable
    String messagingProfile() {
        return messagingProfile;
    }

    @Nullable
    String recipientColumn() {
        return recipientColumn;
    }

    boolean isDryRun() {
        return dryRun;
    }

    boolean isConfirmed() {
        return yes;
    }

    boolean isStrict() {
        return strict;
    }

    /** Returns how many messages may go out in a second, or null. */
    @Nullable
    BigDecimal rate() {
        if (rate != null && (rate.signum() <= 0 || rate.compareTo(FASTEST) > 0)) {
            throw new NotStartedException("--rate must be above 0 and at most " + FASTEST + ", was " + rate);
        }
        return rate;
    }

    int mostParts() {
        if (mostParts < 1) {
            throw new NotStartedException("--most-parts must be 1 or more, was " + mostParts);
        }
        return mostParts;
    }

    FileSummary.@Nullable Price price() {
        if (price != null && price.signum() < 0) {
            throw new NotStartedException("--price must be 0 or more, was " + price);
        }
        return price == null ? null : new FileSummary.Price(price, currency);
    }

    /** Returns the quiet hours, or null for none. */
    @Nullable
    QuietHours quietHours() {
        if (quietHours.equals("none")) {
            return null;
        }
        try {
            LocalQuietHours.Builder builder = LocalQuietHours.builder(PhoneNumberTimeZones.create())
                    .whenUnknown(zones.stream().map(ZoneId::of).toArray(ZoneId[]::new));
            if (!quietHours.equals("legal")) {
                builder.everywhere(QuietSchedule.parse(quietHours));
            }
            return builder.build();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new NotStartedException("--quiet-hours or --zone: " + e.getMessage(), e);
        }
    }

    String name() {
        String chosen = name == null ? String.valueOf(file().getFileName()) : name;
        if (chosen.isBlank() || chosen.length() > 200) {
            throw new NotStartedException("--name must have 1 to 200 characters");
        }
        return chosen;
    }

    @Nullable
    String database() {
        return database;
    }

    Path report(String ending) {
        Path base = report == null ? file().resolveSibling(file().getFileName() + ".report") : report;
        return base.resolveSibling(base.getFileName() + ending);
    }

    boolean hasReport() {
        return report != null;
    }

    Duration waitAtEnd() {
        if (waitSeconds < 0) {
            throw new NotStartedException("--wait must be 0 or more, was " + waitSeconds);
        }
        return Duration.ofSeconds(waitSeconds);
    }

    @Nullable
    Integer webhookPort() {
        return webhookPort;
    }

    int workers() {
        if (workers < 1 || workers > 1_000) {
            throw new NotStartedException("--workers must be from 1 to 1000, was " + workers);
        }
        return workers;
    }

    Charset charset() {
        return charset;
    }

    @Nullable
    Character separator() {
        return separator;
    }

    boolean isHelp() {
        return help;
    }
}
