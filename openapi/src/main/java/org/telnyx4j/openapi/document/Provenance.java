package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which upstream document a specification was made from.
 *
 * @param title upstream's title
 * @param version upstream's version
 * @param date the day of the edition, {@code YYYY-MM-DD}, or {@code unknown}
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
        }
        return new Provenance(
                oneLine(upstream.path("info").path("title").asText("untitled")),
                oneLine(upstream.path("info").path("version").asText("unversioned")),
                date,
                hash);
    }

    /** What stands before the places that have no description of ours yet. */
    private static final String TO_DESCRIBE = "To be described in overlay/:";

    /**
     * Returns the lines that stand at the top of the specification.
     *
     * @param missing the places that have no description yet; the lint allows these and no others
     */
    public String comment(List<String> missing) {
        StringBuilder text = new StringBuilder(comment());
        if (!missing.isEmpty()) {
            text.append(TO_DESCRIBE).append('\n');
            missing.forEach(place -> text.append("  ").append(place).append('\n'));
        }
        return text.toString();
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
