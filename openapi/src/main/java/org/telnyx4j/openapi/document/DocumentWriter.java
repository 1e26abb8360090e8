package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Writes a document as YAML: the same document always as the same bytes, and never half of it. */
public final class DocumentWriter {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new Quoting())
            .build());

    private DocumentWriter() {}

    /**
     * Quotes whatever some YAML 1.1 or 1.2 reader could take for something else than a string:
     * {@code no}, {@code 1.0}, {@code 2010-04-01}.
     */
    private static final class Quoting extends StringQuotingChecker {
        private static final long serialVersionUID = 1L;
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z/$][^\\r\\n\\t]*");

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return !PLAIN.matcher(value).matches()
                    || isReservedKeyword(value)
                    || value.contains(": ")
                    || value.contains(" #")
                    || value.endsWith(":")
                    || value.endsWith(" ");
        }
    }

    /**
     * Returns the document as text.
     *
     * @param comment lines that stand before it, each becoming a comment
     */
    public static String write(ObjectNode document, String comment) {
        try {
            StringBuilder text = new StringBuilder();
            comment.lines().forEach(line -> text.append("# ").append(line).append('\n'));
            return text.append(YAML.writeValueAsString(document)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts text into a file in one step: a reader sees the old content or the new, and a failure leaves the old. */
    public static void replace(Path file, String text) throws IOException {
        Path absolute = file.toAbsolutePath();
        // Not createTempFile, which makes a file that only its owner can read.
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
