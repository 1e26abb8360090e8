package org.telnyx4j.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "40385f64-5717-4562-b3fc-2c963f66afa6",
                "12345678-1234-1234-1234-123456789012",
                "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg",
                "v2:T02llQxIyaRkhfRKxgAP8nY511EhFLizdvdUKJiSw8d6A9BborherQ",
                "1293384261075731499",
                "order-17"
            })
    void anIdStays(String id) {
        assertThat(Redaction.id(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+14165550123",
                "14165550123",
                "416-555-0123",
                "sms:4165550123",
                "to/4165550123",
                "0014165550123",
                "12345",
                "sip:alice@example.com",
                "KEY0123456789ABCDEF",
                "Meet me at the quay",
                ""
            })
    void whatOnlyStandsInThePlaceOfAnIdDoesNot(String notAnId) {
        assertThat(Redaction.id(notAnId)).isEqualTo("REDACTED");
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/messages/abc,/messages/{id},/v2/messages/abc",
        "/v2/phone_numbers/%2B14165550123/voice,/phone_numbers/{id}/voice,/v2/phone_numbers/REDACTED/voice",
        "/phone_numbers/14165550123,/phone_numbers/{id},/phone_numbers/REDACTED",
        "/a/b/calls/sip%3Aalice%40example.com/actions/answer,/calls/{call_control_id}/actions/answer,"
                + "/a/b/calls/REDACTED/actions/answer",
        "/v2/calls/v3%3Aab_c,/calls/{call_control_id},/v2/calls/v3%3Aab_c"
    })
    void aPathKeepsItsIds(String path, String template, String shown) {
        assertThat(Redaction.path(path, template)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/messages/abc,/v2/messages/{id}",
        "/messages/abc,/messages/{id}",
        "/a/b/messages/x,/a/b/messages/{id}"
    })
    void aTemplateStartsWithTheBaseUrlsPath(String path, String template) {
        assertThat(Redaction.template(path, "/messages/{id}")).isEqualTo(template);
    }

    @Test
    void aQueryKeepsItsNamesAndThePage() {
        assertThat(Redaction.query("filter%5Bphone_number%5D=14165550123&page%5Bsize%5D=250&page[number]=2&x&y="))
                .isEqualTo("filter%5Bphone_number%5D=REDACTED&page%5Bsize%5D=250&page[number]=2&x&y=REDACTED");
    }

    @Test
    void aPageThatIsNoNumberIsHidden() {
        assertThat(Redaction.query("page[number]=secret&page[size]=14165550123"))
                .isEqualTo("page[number]=REDACTED&page[size]=REDACTED");
    }

    @Test
    void aRequestIdStaysWhateverDigitsItHas() {
        assertThat(Redaction.requestId("1-67891233-abcdef012345678912345678"))
                .isEqualTo("1-67891233-abcdef012345678912345678");
        assertThat(Redaction.requestId("14165550123")).isEqualTo("REDACTED");
        assertThat(Redaction.requestId("to +14165550123")).isEqualTo("REDACTED");
    }

    @Test
    void aCurrencyIsThreeCapitalLetters() {
        assertThat(Redaction.currency("USD")).isEqualTo("USD");
        assertThat(Redaction.currency("Jane Doe")).isEqualTo("REDACTED");
    }

    @Test
    void anErrorCodeIsAFewDigits() {
        assertThat(Redaction.code("40300")).isEqualTo("40300");
        assertThat(Redaction.code("Jane")).isEqualTo("REDACTED");
        assertThat(Redaction.code("14165550123")).isEqualTo("REDACTED");
    }
}
