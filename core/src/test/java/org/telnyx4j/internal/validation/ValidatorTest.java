package org.telnyx4j.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.json.Format;

/** Every rule of a table, row by row: what passes, and how what breaks it is named and masked. */
class ValidatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e164 | \"+14165550123\"",
                "e164 | \"+4930123\"",
                "recipient | \"+14165550123\"",
                "recipient | \"12345\"",
                "sender | \"123456\"",
                "sender | \"My Shop 24\"",
                "alphanumeric_sender | \"2 4\"",
                "short_code | \"12345\"",
                "destination | \"+14165550123\"",
                "destination | \"+14165550123,,1w2#\"",
                "destination | \"sip:desk@example.com\"",
                "destination | \"sips:+1416555@[2001:db8::1]:5061;transport=tls?X=1\"",
                "destination | [\"+14165550123,1\"]",
                "destination | [\"+14165550123\",\"sip:a@b\"]",
                "sip_uri | \"SIP:example.com\"",
                "caller_id | \"+14165550123\"",
                "display_name | \"Müller - Söhne\"",
                "display_name | \"Mueller - Soehne_1~!.+\"",
                "http_url | \"https://example.com/a?b=c\"",
                "http_url | \"HTTP://example.com:80\"",
                "http_url_or_empty | \"\"",
                "base64 | \"\"",
                "base64 | \"b3JkZXI=\"",
                "call_control_id | \"v3:abc_-\"",
                "not_blank | \" a \"",
                "not_empty | \" \"",
                "dtmf_key | \"#\"",
                "dtmf_keys | \"0A*#\"",
                "dtmf_tones | \"1wW2\"",
                "loop | 1",
                "loop | 100",
                "loop | \"infinity\"",
                "loop_without_range | 1000",
                "sip_header_name | \"X-A_1\"",
                "sip_header_value | \"Grüße\"",
                "country | \"CA\"",
                "country_or_all | [\"CA\",\"US\"]",
                "country_or_all | [\"*\"]",
                "amount | \"0\"",
                "amount | \"10.50\"",
                "area_code | \"416\"",
                "number_digits | \"416\"",
                "number_part | \"+1416\"",
                "number_part | \"FLOWERS\"",
                "one_line | \"Toronto, ON\"",
                "file_name | \"a\"",
                "gather_id | \"👋👋\"",
                "codec | \"PCMU\"",
                "count | 2",
                "count | 5",
                "at_least | 1",
                "at_most | -5",
                "weight | 0",
                "speed | 0.10",
                "timeout_secs | 600",
                "pause_millis | 1",
                "tags | [\"a\",\"b\"]",
                "lines | [{\"phone_number\":\"+14165550123\"},{\"phone_number\":\"+14165550124\"}]",
                "by_key | {\"k\":\"abc\"}",
                "note | null",
                "flag | false",
                "field_of_tomorrow | {\"a\":[1]}"
            })
    void whatKeepsTheRule_passes(String field, String value) {
        assertThat(problem(field, value)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e164 | \"14165550123\" | e164 must be a phone number in E.164 form such as +14165550123, was <11 characters>",
                "number | \"14165550123\" | number must be a phone number in E.164 form such as +14165550123, was 1416***0123",
                "number | \"+04165550123\" | number must be a phone number in E.164 form such as +14165550123, was +0416***0123",
                "number | \"\" | number must be a phone number in E.164 form such as +14165550123, was <blank>",
                "number | 5 | number must be a string",
                "recipient | \"Shop\" | recipient must be a phone number in E.164 form such as +14165550123, or a short code of 5 or 6 digits, was <4 characters>",
                "sender | \"123\" | sender must be a phone number in E.164 form such as +14165550123, a short code of 5 or 6 digits, or 1 to 11 letters, digits and spaces with at least one letter, was <3 characters>",
                "alphanumeric_sender | \"Ä\" | alphanumeric_sender must be 1 to 11 letters, digits and spaces, was <1 characters>",
                "short_code | \"1234\" | short_code must be a short code of 5 or 6 digits, was <4 characters>",
                "destination | \"4165550123\" | destination must be a phone number in E.164 form such as +14165550123, or a SIP or SIPS URI, was 41***23",
                "destination | [\"+14165550123,1\",\"+14165550124\"] | destination[0] must be a phone number in E.164 form such as +14165550123, or a SIP or SIPS URI, was +1416****123,1 (',' at place 13)",
                "destination | [] | destination must have one item at least, was 0 items",
                "destination | 5 | destination must be a string",
                "destination | true | destination must be a string",
                "destination | \"sip:bob smith@example.com\" | destination must be a phone number in E.164 form such as +14165550123, or a SIP or SIPS URI, was sip:***@example.com",
                "sip_uri | \"desk@example.com\" | sip_uri must be a SIP or SIPS URI such as sip:desk@example.com, was <16 characters>",
                "caller_id | \"Shop\" | caller_id must be a phone number in E.164 form such as +14165550123, was <4 characters>",
                "display_name | \"a\\nb\" | display_name must have at most 128 letters, digits, spaces and signs of - _ ~ ! . +, was <3 characters>",
                "url | \"ftp://example.com/x\" | url must be an absolute http or https URL, was ftp://example.com/***",
                "url | \"https://\" | url must be an absolute http or https URL, was https://",
                "http_url_or_empty | \"x\" | http_url_or_empty must be an absolute http or https URL, was <1 characters>",
                "media_urls | [\"https://example.com/a\",\"b\"] | media_urls[1] must be an absolute http or https URL, was ***",
                "base64 | \"ü\" | base64 must be Base64, was <1 characters>",
                "leg | \"+14165550123\" | leg must be what Telnyx gave as call_control_id, not blank, a phone number or a SIP URI, was +1416***0123",
                "leg | \"sip:joe@example.com\" | leg must be what Telnyx gave as call_control_id, not blank, a phone number or a SIP URI, was sip:***@example.com",
                "leg | \"..\" | leg must be what Telnyx gave as call_control_id, not blank, a phone number or a SIP URI, was ***",
                "not_blank | \" \" | not_blank must not be blank, was <blank>",
                "not_empty | \"\" | not_empty must not be empty, was <blank>",
                "dtmf_key | \"12\" | dtmf_key must be one key of 0-9, A-D, * and #, was <2 characters>",
                "dtmf_keys | \"1w\" | dtmf_keys must have characters of 0-9, A-D, * and # only, one at least, was <2 characters>",
                "dtmf_tones | \"\" | dtmf_tones must have characters of 0-9, A-D, *, #, w and W only, one at least, was <blank>",
                "loop | 0 | loop must be a whole number from 1 to 100, or infinity, was 0",
                "loop | 101 | loop must be a whole number from 1 to 100, or infinity, was 101",
                "loop | 1.5 | loop must be a whole number from 1 to 100, or infinity, was 1.5",
                "loop | \"forever\" | loop must be a whole number from 1 to 100, or infinity",
                "loop | true | loop must be a whole number from 1 to 100, or infinity",
                "loop_without_range | \"x\" | loop_without_range must be a whole number, or infinity",
                "sip_header_name | \"X A\" | sip_header_name must be the name of a SIP header, was <3 characters>",
                "sip_header_value | \"a\\r\\nb\" | sip_header_value must be a value without line breaks and control characters, was <4 characters>",
                "country | \"ca\" | country must be two capital letters (ISO 3166-1 alpha-2), was <2 characters>",
                "country_or_all | [\"CA\",\"*\"] | country_or_all[1] must be countries as two capital letters such as CA, or * alone for all, was <1 characters>",
                "country_or_all | [] | country_or_all must have one item at least, was 0 items",
                "amount | \"-1\" | amount must be zero or more, was <2 characters>",
                "area_code | \"4a\" | area_code must be the digits of an area code such as 416, was <2 characters>",
                "number_digits | \"+1416\" | number_digits must be three digits or more, and nothing else: Telnyx finds nothing for a plus sign, was <5 characters>",
                "number_part | \"4 1\" | number_part must be digits as they follow each other in a number, without spaces or punctuation, was <3 characters>",
                "one_line | \"a\\nb\" | one_line must have no control characters such as line breaks, was <3 characters>",
                "one_line | \"\" | one_line must not be blank, was <blank>",
                "file_name | \" \" | file_name must have 1 to 40 characters and not be blank, was <blank>",
                "gather_id | \"12345\" | gather_id must have 2 to 4 characters, was <5 characters>",
                "least_length | \"12\" | least_length must have 3 characters at least, was <2 characters>",
                "most_length | \"1234\" | most_length must have at most 3 characters, was <4 characters>",
                "codec | \"pcmu\" | codec must match the pattern ^[A-Z]+$, was pcmu",
                "secret | \"abcd\" | secret must have at most 3 characters, was ***",
                "id | \"3f6c7f0e-1111-4222-8333-444455556666\" | id must have at most 20 characters, was 3f6c7f0e-1111-4222-8333-444455556666",
                "name | \"\\uD83D\" | name must be valid Unicode, but has half of a surrogate pair",
                "count | 1 | count must be a whole number from 2 to 5, was 1",
                "count | 6 | count must be a whole number from 2 to 5, was 6",
                "count | \"3\" | count must be a whole number",
                "count | 3.5 | count must be a whole number",
                "at_least | 0 | at_least must be a whole number of at least 1, was 0",
                "at_most | 10 | at_most must be a whole number of at most 9, was 10",
                "weight | -0.5 | weight must be at least 0, was -0.5",
                "speed | 4.01 | speed must be from 0.1 to 4, was 4.01",
                "timeout_secs | 4 | timeout_secs must be from 5 to 600 seconds, was 4",
                "pause_millis | 0 | pause_millis must be at least 1 millisecond, was 0",
                "validity_minutes | 61 | validity_minutes must be at most 60 minutes, was 61",
                "tags | [\"a\"] | tags must have 2 items at least, was 1 items",
                "tags | [\"a\",\"b\",\"c\",\"d\"] | tags must have at most 3 items, was 4 items",
                "tags | [\"a\",\"a\"] | tags[1] must not be in the list twice, was <1 characters>",
                "tags | [\"a\",\"abcdef\"] | tags[1] must have at most 5 characters, was <6 characters>",
                "tags | [\"a\",1] | tags must be a list, each item of which is a string",
                "lines | [] | lines must have one item at least, was 0 items",
                "lines | [{}] | lines[0].phone_number must be set",
                "lines | [{\"phone_number\":\"+14165550123\"},{\"phone_number\":\"1\"}] | lines[1].phone_number must be a phone number in E.164 form such as +14165550123, was ***",
                "lines | [{\"phone_number\":\"+14165550123\"},{\"phone_number\":\"+14165550123\"}] | lines must not have the same phone_number twice, was +1416***0123",
                "by_key | {\"private key\":\"abcd\"} | by_key.* must have at most 3 characters, was <4 characters>",
                "flag | true | if_flag must be set where flag is true",
                "note | \"x\" | if_note must be set where note is set"
            })
    void whatBreaksTheRule_isNamedAndMasked(String field, String value, String problem) {
        assertThat(problem(field, value)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name must be set",
                "{\"name\":null} | name must be set",
                "{\"name\":5} | name must be a string",
                "{\"name\":\"x\",\"a\":\"1\",\"c\":\"2\"} | c must not be set together with a",
                "{\"name\":\"x\",\"minimum_digits\":5,\"maximum_digits\":3} | minimum_digits must not be above maximum_digits, was 5 with 3",
                "{\"name\":\"x\",\"shorter\":5,\"longer\":3} | shorter must not be above longer, was PT5S with PT3S"
            })
    void rulesForSeveralFields_areNamed(String json, String problem) {
        assertThat(Validator.check(RequestModel.TYPE.fromJson(json))).hasToString(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | request must set something, but nothing is set",
                "{\"text\":\"x\"} | from or messaging_profile_id must be set",
                "{\"from\":\"x\",\"messaging_profile_id\":\"y\"} | messaging_profile_id must not be set together with from",
                "{\"from\":\"x\"} | text or media must be set",
                "{\"from\":\"x\",\"media\":null} | text or media must be set"
            })
    void rulesForUpdates_areNamed(String json, String problem) {
        assertThat(Validator.check(RequestModel.Update.TYPE.fromJson(json))).hasToString(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"a\":\"1\"}",
                "{\"name\":\"x\",\"flag\":true,\"if_flag\":\"1\"}",
                "{\"name\":\"x\",\"minimum_digits\":3,\"maximum_digits\":3}",
                "{\"name\":\"x\",\"minimum_digits\":3}"
            })
    void rulesThatAreKept_pass(String json) {
        assertThat(Validator.check(RequestModel.TYPE.fromJson(json))).isNull();
    }

    @Test
    void allViolations_areFound() {
        assertThat(Validator.checkAll(RequestModel.TYPE.fromJson("{\"count\":1,\"lines\":[{\"bundle_id\":\" \"}]}")))
                .extracting(Violation::field)
                .containsExactly("name", "count", "lines[0].phone_number", "lines[0].bundle_id");
    }

    @Test
    void noFormat_isForgotten() {
        for (Format format : Format.values()) {
            // Neither throws nor takes more than a moment on what no format expects.
            Formats.problem(format, "sip:" + "a.".repeat(20_000) + "\u0000", true);
            Formats.problem(format, "", false);
        }
        assertThat(Format.values()).isNotEmpty();
    }

    private static @Nullable String problem(String field, String value) {
        String json =
                field.equals("name") ? "{\"name\":" + value + "}" : "{\"name\":\"x\",\"" + field + "\":" + value + "}";
        Violation violation = Validator.check(RequestModel.TYPE.fromJson(json));
        return violation == null ? null : violation.toString();
    }
}
