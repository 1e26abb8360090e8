package org.telnyx4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentDecoderTest {
    @Test
    void aPlusSignIsItselfInAPathAndASpaceInAForm() {
        assertThat(PercentDecoder.segment("%2B1416+555%20é%C3%A9")).isEqualTo("+1416+555 éé");
        assertThat(PercentDecoder.form("%2B1416+555%20é%C3%A9")).isEqualTo("+1416 555 éé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "%zz", "%4", "a+b%", ""})
    void whatEscapesNothingStaysAsItCame(String encoded) {
        assertThat(PercentDecoder.segment(encoded)).isEqualTo(encoded);
        assertThat(PercentDecoder.form(encoded)).isEqualTo(encoded);
    }
}
