package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {
    @Test
    void eachPlaceholderIsFilledOnceAndAValueIsNoTemplate() {
        MessageTemplate template = MessageTemplate.of("Hello {name}, your code is {the code}. {name}!");

        assertThat(template.placeholders()).containsExactly("name", "the code");
        assertThat(template.fill(Map.of("name", "J. $1 {the code}", "the code", "123456", "unused", "")))
                .isEqualTo("Hello J. $1 {the code}, your code is 123456. J. $1 {the code}!");
    }

    @ParameterizedTest
    @CsvSource({"{{name}}, {name}", "a{{b, a{b", "{{{name}}}, {Jane}", "}}{{, }{", "no placeholder, no placeholder"})
    void twoBracesAreOneInTheText(String template, String filled) {
        assertThat(MessageTemplate.of(template).fill(Map.of("name", "Jane"))).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({
        "Hello {name, at place 7",
        "Hello name}, at place 11",
        "Hello {}, at place 7",
        "a { } b, at place 3",
        "{a{b}, at place 1"
    })
    void aBraceThatIsLeftOverIsFoundByItsPlace(String template, String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplate.of(template))
                .withMessageContaining(place);
    }

    @Test
    void anEmptyTemplateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MessageTemplate.of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankValueIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplate.of("Hello {name}").fill(Map.of("name", value)))
                .withMessage("the value for {name} is empty");
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplate.of("Hello {name}").fill(Map.of("code", "1")))
                .withMessage("no value for {name}");
    }

    @Test
    void aTextOfTooManyPartsIsRefusedWithItsReason() {
        MessageTemplate template = MessageTemplate.of("Hello {name}").withMostParts(1);

        assertThat(template.fill(Map.of("name", "Zoe ".repeat(20)))).hasSize(86);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill(Map.of("name", "Zo ☺ ".repeat(20))))
                .withMessageContaining("2 parts, at most 1")
                .withMessageContaining("☺")
                .withMessageNotContaining("Zo");
        assertThatIllegalArgumentException().isThrownBy(() -> template.withMostParts(0));
    }

    @Test
    void theTextIsNotShown() {
        assertThat(MessageTemplate.of("secret {name}")).hasToString("MessageTemplate[placeholders=[name]]");
    }
}
