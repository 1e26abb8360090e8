package org.telnyx4j.messaging;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessageEncoding;

/**
 * Counts the parts that a text takes as an SMS, each of which costs, and finds its encoding. It counts by GSM 03.38 (3GPP
 * TS 23.038): 160 characters in one part or 153 in each of several if all are in the GSM alphabet, those of its
 * extension table counting two; else 70 or 67 UTF-16 units as UCS-2. Neither an extension character nor a surrogate pair
 * is split between parts. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * SmsSegments segments = SmsSegments.of("Your code is 1234 €");
 * segments.parts();    // 1
 * segments.encoding(); // GSM7
 * }</pre>
 *
 * <p>The text is counted as it is. Telnyx may replace look-alike characters first (smart encoding), and then fewer parts
 * are billed.
 */
public final class SmsSegments {
    private static final int GSM_ALONE = 160;
    private static final int GSM_JOINED = 153;
    private static final int UCS2_ALONE = 70;
    private static final int UCS2_JOINED = 67;

    /** By rows of the table, from 0x00 on. 0x1B is the escape to the extension table, and no character. */
    private static final String GSM_BASIC = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà";

    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    private final MessageEncoding encoding;
    private final int parts;
    private final int units;
    private final int unitsLeft;
    private final int ucs2Index;
    private final @Nullable String ucs2Character;

    private SmsSegments(String text, int ucs2Index) {
        boolean gsm = ucs2Index < 0;
        this.encoding = gsm ? MessageEncoding.GSM7 : MessageEncoding.UCS2;
        this.ucs2Index = ucs2Index;
        this.ucs2Character = gsm ? null : Character.toString(text.codePointAt(ucs2Index));
        int total = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            total += width(text, i, gsm);
        }
        this.units = total;
        int alone = gsm ? GSM_ALONE : UCS2_ALONE;
        if (total <= alone) {
            this.parts = total == 0 ? 0 : 1;
            this.unitsLeft = alone - total;
            return;
        }
        int joined = gsm ? GSM_JOINED : UCS2_JOINED;
        int full = 0;
        int used = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int width = width(text, i, gsm);
            if (used + width > joined) {
                full++;
                used = 0;
            }
            used += width;
        }
        this.parts = full + 1;
        this.unitsLeft = joined - used;
    }

    /**
     * Counts a text.
     *
     * @param text the text of a message; an empty one takes no part
     * @return what it takes
     */
    public static SmsSegments of(String text) {
        Objects.requireNonNull(text, "text");
        int index = 0;
        while (index < text.length() && isGsm(text.charAt(index))) {
            index++;
        }
        return new SmsSegments(text, index < text.length() ? index : -1);
    }

    /**
     * Returns how the text is encoded.
     *
     * @return {@link MessageEncoding#GSM7} or {@link MessageEncoding#UCS2}
     */
    public MessageEncoding encoding() {
        return encoding;
    }

    /**
     * Returns how many parts the text takes.
     *
     * @return the number, 0 for an empty text
     */
    public int parts() {
        return parts;
    }

    /**
     * Returns how long the text is.
     *
     * @return septets (GSM 7 bit) or UTF-16 units (UCS-2), without what is lost at the end of parts
     */
    public int units() {
        return units;
    }

    /**
     * Returns how much more fits without a further part, in the same encoding.
     *
     * @return septets or UTF-16 units
     */
    public int unitsLeft() {
        return unitsLeft;
    }

    /**
     * Returns the first character that is not in the GSM alphabet, for which the whole text is UCS-2.
     *
     * @return the character, with both units of a surrogate pair, or empty if the text is GSM 7 bit
     */
    public Optional<String> ucs2Character() {
        return Optional.ofNullable(ucs2Character);
    }

    /**
     * Returns where that character stands.
     *
     * @return its index in the text, in UTF-16 units from 0, or empty if the text is GSM 7 bit
     */
    public OptionalInt ucs2Index() {
        return ucs2Index < 0 ? OptionalInt.empty() : OptionalInt.of(ucs2Index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmsSegments that
                && encoding.equals(that.encoding)
                && parts == that.parts
                && units == that.units
                && unitsLeft == that.unitsLeft
                && ucs2Index == that.ucs2Index
                && Objects.equals(ucs2Character, that.ucs2Character);
    }

    @Override
    public int hashCode() {
        return Objects.hash(encoding, parts, units, unitsLeft, ucs2Index, ucs2Character);
    }

    /** Shows the numbers; the text is private. */
    @Override
    public String toString() {
        return "SmsSegments[encoding=" + encoding + ", parts=" + parts + ", units=" + units + ", unitsLeft=" + unitsLeft
                + "]";
    }

    private static boolean isGsm(char c) {
        return GSM_BASIC.indexOf(c) >= 0 || GSM_EXTENSION.indexOf(c) >= 0;
    }

    private static int width(String text, int index, boolean gsm) {
        return gsm
                ? GSM_EXTENSION.indexOf(text.charAt(index)) >= 0 ? 2 : 1
                : Character.charCount(text.codePointAt(index));
    }
}
