package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.model.MessageEncoding;

class SmsSegmentsTest {
    private static final String EMOJI = "\uD83D\uDE00";

    @ParameterizedTest
    @CsvSource({"1,1,159", "160,1,0", "161,2,145", "306,2,0", "307,3,152", "459,3,0", "460,4,152", "1530,10,0"})
    void gsmTextIsCutAt160AloneAnd153Joined(int length, int parts, int left) {
        SmsSegments segments = SmsSegments.of("a".repeat(length));

        assertThat(segments.encoding()).isEqualTo(MessageEncoding.GSM7);
        assertThat(segments.parts()).isEqualTo(parts);
        assertThat(segments.units()).isEqualTo(length);
        assertThat(segments.unitsLeft()).isEqualTo(left);
        assertThat(segments.ucs2Character()).isEmpty();
        assertThat(segments.ucs2Index()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1,69", "70,1,0", "71,2,63", "134,2,0", "135,3,66", "201,3,0", "202,4,66"})
    void otherTextIsCutAt70AloneAnd67Joined(int length, int parts, int left) {
        SmsSegments segments = SmsSegments.of("я".repeat(length));

        assertThat(segments.encoding()).isEqualTo(MessageEncoding.UCS2);
        assertThat(segments.parts()).isEqualTo(parts);
        assertThat(segments.units()).isEqualTo(length);
        assertThat(segments.unitsLeft()).isEqualTo(left);
    }

    @Test
    void everyCharacterOfTheBasicTableTakesOneSeptet() {
        String basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

        assertThat(basic).hasSize(127);
        assertThat(basic.chars().distinct().count()).isEqualTo(127);
        assertThat(SmsSegments.of(basic).encoding()).isEqualTo(MessageEncoding.GSM7);
        assertThat(SmsSegments.of(basic).units()).isEqualTo(127);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\f", "^", "{", "}", "\\", "[", "~", "]", "|", "€"})
    void everyCharacterOfTheExtensionTableTakesTwoSeptets(String character) {
        SmsSegments segments = SmsSegments.of(character);

        assertThat(segments.encoding()).isEqualTo(MessageEncoding.GSM7);
        assertThat(segments.units()).isEqualTo(2);
        assertThat(SmsSegments.of("a".repeat(158) + character).parts()).isEqualTo(1);
        assertThat(SmsSegments.of("a".repeat(159) + character).parts()).isEqualTo(2);
    }

    @Test
    void exactly137CharactersOfTheBasicPlaneAreInTheGsmAlphabet() {
        long gsm = IntStream.rangeClosed(0, 0xFFFF)
                .filter(c -> SmsSegments.of(String.valueOf((char) c)).encoding().equals(MessageEncoding.GSM7))
                .count();

        assertThat(gsm).isEqualTo(127 + 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"`", "\t", "ç", "á", "’", "–", "…", "\u00A0", "\u001B", "\u0000", "Α", "α", "№", "中", "\uFEFF"})
    void aCharacterThatOnlyLooksLikeOneOfTheAlphabetForcesUcs2(String character) {
        SmsSegments segments = SmsSegments.of("ab" + character + "c");

        assertThat(segments.encoding()).isEqualTo(MessageEncoding.UCS2);
        assertThat(segments.ucs2Character()).contains(character);
        assertThat(segments.ucs2Index()).hasValue(2);
        assertThat(segments.units()).isEqualTo(4);
    }

    @Test
    void ofSeveralCharactersBeyondTheAlphabetTheFirstIsNamed() {
        assertThat(SmsSegments.of("€ it’s “here”").ucs2Character()).contains("’");
        assertThat(SmsSegments.of("€ it’s “here”").ucs2Index()).hasValue(4);
    }

    @Test
    void extensionCharactersTakeOneUnitInUcs2() {
        assertThat(SmsSegments.of("[€]я").units()).isEqualTo(4);
    }

    @Test
    void anEscapeSequenceIsNotSplitBetweenParts() {
        // 152 septets and a pair that does not fit the 153rd: the first part stays one short.
        String text = "a".repeat(152) + "€" + "b".repeat(151);

        assertThat(SmsSegments.of(text).units()).isEqualTo(305);
        assertThat(SmsSegments.of(text).parts()).isEqualTo(2);
        assertThat(SmsSegments.of(text).unitsLeft()).isZero();
        assertThat(SmsSegments.of(text + "b").units()).isEqualTo(306);
        assertThat(SmsSegments.of(text + "b").parts()).isEqualTo(3);
    }

    @Test
    void anEscapeSequenceThatJustFitsStaysInItsPart() {
        assertThat(SmsSegments.of("a".repeat(151) + "€" + "b".repeat(153)).parts())
                .isEqualTo(2);
    }

    @Test
    void extensionCharactersAloneFill80InOnePartAnd76InEachOfSeveral() {
        assertThat(SmsSegments.of("€".repeat(80)).parts()).isEqualTo(1);
        assertThat(SmsSegments.of("€".repeat(81)).parts()).isEqualTo(2);
        assertThat(SmsSegments.of("€".repeat(152)).parts()).isEqualTo(2);
        assertThat(SmsSegments.of("€".repeat(153)).parts()).isEqualTo(3);
    }

    @Test
    void aSurrogatePairTakesTwoUnitsAndIsNamedWhole() {
        SmsSegments segments = SmsSegments.of("Hi " + EMOJI);

        assertThat(segments.units()).isEqualTo(5);
        assertThat(segments.ucs2Character()).contains(EMOJI);
        assertThat(segments.ucs2Index()).hasValue(3);
    }

    @Test
    void aSurrogatePairIsNotSplitBetweenParts() {
        assertThat(SmsSegments.of(EMOJI.repeat(35)).parts()).isEqualTo(1);
        assertThat(SmsSegments.of(EMOJI.repeat(36)).parts()).isEqualTo(2);
        assertThat(SmsSegments.of(EMOJI.repeat(66)).parts()).isEqualTo(2);
        assertThat(SmsSegments.of(EMOJI.repeat(67)).units()).isEqualTo(134);
        assertThat(SmsSegments.of(EMOJI.repeat(67)).parts()).isEqualTo(3);
    }

    @Test
    void halfASurrogatePairTakesOneUnit() {
        SmsSegments segments = SmsSegments.of("a\uD83Db");

        assertThat(segments.units()).isEqualTo(3);
        assertThat(segments.ucs2Character()).contains("\uD83D");
    }

    @Test
    void anEmptyTextTakesNoPart() {
        SmsSegments segments = SmsSegments.of("");

        assertThat(segments.parts()).isZero();
        assertThat(segments.units()).isZero();
        assertThat(segments.unitsLeft()).isEqualTo(160);
        assertThat(segments.encoding()).isEqualTo(MessageEncoding.GSM7);
    }

    @Test
    void equalCountsAreEqualAndShowNoText() {
        assertThat(SmsSegments.of("secret"))
                .isEqualTo(SmsSegments.of("SECRET"))
                .hasSameHashCodeAs(SmsSegments.of("SECRET"));
        assertThat(SmsSegments.of("secret")).isNotEqualTo(SmsSegments.of("secret!"));
        assertThat(SmsSegments.of("secret ж"))
                .hasToString("SmsSegments[encoding=ucs2, parts=1, units=8, unitsLeft=62]");
    }
}
