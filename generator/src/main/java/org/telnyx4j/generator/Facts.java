package org.telnyx4j.generator;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/** The limits of a field in words, each left out where the description has its number already. */
final class Facts {
    private final String description;
    private final List<String> sentences = new ArrayList<>();

    private Facts(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    static List<String> of(CodegenProperty property, FieldType type) {
        Facts facts = new Facts(property.description == null ? null : property.unescapedDescription);
        String unit = type.kind().isDuration() ? " " + type.kind().method() : "";
        facts.between(property.minimum, property.maximum, unit);
        facts.between(number(property.minLength), number(property.maxLength), " characters");
        facts.between(number(property.minItems), number(property.maxItems), " items");
        if (type.kind() == FieldType.Kind.BASE64_TEXT) {
            facts.sentences.add("Sent as Base64 of its UTF-8 bytes.");
        }
        String assumed = Extensions.text(property.vendorExtensions, Extensions.ASSUMED);
        if (assumed != null) {
            facts.sentences.add("When left out, Telnyx assumes {@code " + Javadoc.escape(assumed) + "}" + unit + ".");
        }
        return facts.sentences;
    }

    static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private void between(@Nullable String least, @Nullable String most, String unit) {
        String from = least == null || isKnown(least) ? null : readable(least);
        String to = most == null || isKnown(most) ? null : readable(most);
        if (from != null && to != null) {
            sentences.add("From " + from + " to " + to + unit + ".");
        } else if (from != null && !from.equals("0")) {
            sentences.add("At least " + amount(from, unit) + ".");
        } else if (to != null) {
            sentences.add("At most " + amount(to, unit) + ".");
        }
    }

    private static String amount(String number, String unit) {
        return number + (number.equals("1") && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
    }

    private boolean isKnown(String number) {
        return description.matches("(?s).*(?<![0-9.,])" + Pattern.quote(plain(number)) + "(?![0-9]).*")
                || description.contains(readable(number));
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String readable(String number) {
        return new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(number));
    }
}
