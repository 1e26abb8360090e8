package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which upstream document a specification was made from.
 *
 * @param title upstream's title
 * @param version upstream's version
 * @param date the day of the edition, else that of the file, {@code YYYY-MM-DD}, or {@code unknown}
 * @param sha256 the hash of the file, in hexadecimal
 */
public record Provenance(String title, String version, String date, String sha256) {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)");
    private static final Pattern COMMENT = Pattern.compile("\\A(#.*\\R)*");
    private static final Pattern COMMITTED = Pattern.compile("# Edition: (\\S+), sha-256 (\\p{XDigit}{64})");

    /**
     * Determines the provenance of a document.
     *
     * @param file the document's file, whose name may hold the edition's date
     * @param bytes its content
     * @param before the specification that is being replaced, or an empty string: it knows the date
     *     if it was made from the same bytes
     */
    public static Provenance of(Path file, byte[] bytes, ObjectNode upstream, String before) {
        String hash = sha256(bytes);
        Matcher name = DATE.matcher(String.valueOf(file.getFileName()));
        Matcher committed = COMMITTED.matcher(before);
        String date = "unknown";
        if (name.find()) {
            date = name.group(1);
        } else if (committed.find() && committed.group(2).equals(hash)) {
            date = committed.group(1);
        } else {
            date = day(file);
        }
        return new Provenance(
                oneLine(upstream.path("info").path("title").asText("untitled")),
                oneLine(upstream.path("info").path("version").asText("unversioned")),
                date,
                hash);
    }

    // Telnyx publishes its document under one name; the day of the download is near enough.
    private static String day(Path file) {
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC)
                    .toString();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What stands before the operations and webhooks that aren't kept. */
    private static final String NOT_KEPT = "In this edition and not kept:";

    /** What stands before the places that have no description of ours yet. */
    private static final String TO_DESCRIBE = "To be described in overlay/:";

    /**
     * Returns the lines that stand at the top of the specification.
     *
     * @param missing the places that have no description yet; the lint allows these and no others
     */
    public String comment(List<String> missing) {
        return comment(missing, List.of());
    }

    /**
     * Returns the lines that stand at the top of the specification.
     *
     * @param missing the places that have no description yet; the lint allows these and no others
     * @param notKept the operations and webhooks of this edition that we could keep and don't, for the next update to
     *     see what is new
     */
    public String comment(List<String> missing, List<String> notKept) {
        StringBuilder text = new StringBuilder(comment());
        if (!notKept.isEmpty()) {
            text.append(NOT_KEPT).append(' ').append(String.join(", ", notKept)).append('\n');
        }
        if (!missing.isEmpty()) {
            text.append(TO_DESCRIBE).append('\n');
            missing.forEach(place -> text.append("  ").append(place).append('\n'));
        }
        return text.toString();
    }

    /** Returns the operations and webhooks that the edition had and we don't keep; none if it isn't recorded. */
    public static Set<String> notKept(String specification) {
        return specification
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .filter(line -> line.startsWith("# " + NOT_KEPT))
                .flatMap(line ->
                        Stream.of(line.substring(NOT_KEPT.length() + 2).strip().split(", ", -1)))
                .collect(Collectors.toSet());
    }

    /** Returns a sentence if this edition is older than the one that a specification was made from. */
    public Optional<String> olderThan(String specification) {
        Matcher committed = COMMITTED.matcher(specification);
        if (!committed.find() || !DATE.matcher(date).matches() || date.compareTo(committed.group(1)) >= 0) {
            return Optional.empty();
        }
        return Optional.of("OLDER: this document is of " + date + ", openapi/telnyx.yaml was made from the edition of "
                + committed.group(1) + ".");
    }

    /** Returns the places that a specification says are still to be described. */
    public static List<String> toDescribe(String specification) {
        return specification
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .dropWhile(line -> !line.equals("# " + TO_DESCRIBE))
                .skip(1)
                .map(line -> line.substring(1).strip())
                .toList();
    }

    /** Returns a specification without the lines at its top. */
    public static String withoutComment(String specification) {
        return COMMENT.matcher(specification).replaceFirst("");
    }

    /** Returns the lines that tell what a specification was made from. */
    public String comment() {
        return "Made by scripts/regenerate from the document below, trim.yaml and overlay/. Don't edit.\n"
                + "Source: " + title + " " + version + "\n"
                + "Edition: " + date + ", sha-256 " + sha256 + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
