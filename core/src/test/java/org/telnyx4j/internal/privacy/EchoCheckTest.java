package org.telnyx4j.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoCheckTest {
    private static final List<String> SENT = List.of("Meet me at the old mill at five", "Hi!", "👋👋");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot send Meet me at the old mill at five",
                "... ME AT THE OLD ...",
                "...me%20at%20the%20old...",
                "me\\nat\nthe-old.mill",
                "text hi refused",
                "symbols 👋👋 refused"
            })
    void aRepeatedPartIsFound(String text) {
        assertThat(EchoCheck.repeats(text, SENT)).isTrue();
    }

    @Test
    void otherTextIsNot() {
        assertThat(EchoCheck.repeats("The profile was not found", SENT)).isFalse();
        assertThat(EchoCheck.repeats("Anything", List.of())).isFalse();
        assertThat(EchoCheck.repeats("Anything", List.of("", " "))).isFalse();
    }

    @Test
    void anotherTextOfTheSameLengthIsNotFound() {
        assertThat(EchoCheck.repeats("abcdefgx", List.of("abcdefgh"))).isFalse();
        assertThat(EchoCheck.repeats("xabcdefghx", List.of("abcdefgh"))).isTrue();
    }
}
