package org.telnyx4j.sandbox.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void plainTextFits160CharactersIntoOnePart() {
        assertThat(SmsText.of("x".repeat(160))).isEqualTo(new SmsText("GSM-7", 1));
        assertThat(SmsText.of("x".repeat(161))).isEqualTo(new SmsText("GSM-7", 2));
    }

    @Test
    void severalPartsHold153CharactersEach() {
        assertThat(SmsText.of("x".repeat(306)).parts()).isEqualTo(2);
        assertThat(SmsText.of("x".repeat(307)).parts()).isEqualTo(3);
    }

    @Test
    void charactersOfTheExtensionTableCountTwice() {
        assertThat(SmsText.of("€".repeat(80))).isEqualTo(new SmsText("GSM-7", 1));
        assertThat(SmsText.of("€".repeat(81))).isEqualTo(new SmsText("GSM-7", 2));
    }

    @Test
    void anExtendedCharacterIsNotSplitBetweenParts() {
        // 153 is odd: each part holds 76 of them and leaves a septet empty.
        assertThat(SmsText.of("€".repeat(152)).parts()).isEqualTo(2);
        assertThat(SmsText.of("€".repeat(153)).parts()).isEqualTo(3);
    }

    @Test
    void oneForeignCharacterTurnsTheTextIntoUcs2() {
        assertThat(SmsText.of("x".repeat(69) + "я")).isEqualTo(new SmsText("UCS-2", 1));
        assertThat(SmsText.of("x".repeat(70) + "я")).isEqualTo(new SmsText("UCS-2", 2));
        assertThat(SmsText.of("я".repeat(134)).parts()).isEqualTo(2);
        assertThat(SmsText.of("я".repeat(135)).parts()).isEqualTo(3);
    }

    @Test
    void anEmojiTakesTwoUnitsAndIsNotSplit() {
        assertThat(SmsText.of("👋".repeat(35)).parts()).isEqualTo(1);
        assertThat(SmsText.of("👋".repeat(66)).parts()).isEqualTo(2);
        assertThat(SmsText.of("👋".repeat(67)).parts()).isEqualTo(3);
    }

    @Test
    void gsm7HasItsOwnIdeaOfAccents() {
        assertThat(SmsText.isGsm7("àèéìòù ÄÖÑÜ äöñü ß Ç Ø å ¿¡ ΔΩ @£$¥")).isTrue();
        assertThat(SmsText.isGsm7("ç")).isFalse();
        assertThat(SmsText.isGsm7("â")).isFalse();
        assertThat(SmsText.isGsm7("`")).isFalse();
    }

    @Test
    void anEmptyTextIsOnePart() {
        assertThat(SmsText.of("")).isEqualTo(new SmsText("GSM-7", 1));
    }
}
