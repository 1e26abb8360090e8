package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.bytes;
import static org.telnyx4j.internal.errors.Responses.head;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Calls;

/** What others wrote about a request: nothing of the caller's shows, and all of Telnyx's does. */
class ReadableProblemsTest {
    private static final ErrorFactory FACTORY = new ErrorFactory(Clock.systemUTC());
    private static final String TEXT = "Your code is 482913. Bring G7X2 to room QWERTZ";

    private static TelnyxException error(String body) {
        return FACTORY.fromResponse(
                Calls.of("messages.send", Idempotency.NOT_IDEMPOTENT, TEXT), head(400), bytes(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "482913",
                "code 482913 refused",
                "482-913",
                "4 8 2 9 1 3",
                "4.8.2.9.1.3",
                "&#52;&#56;&#50;&#57;&#49;&#51;",
                "&#x34;&#x38;&#x32;&#x39;&#x31;&#x33;",
                "&amp;#52;82913",
                "\\\\u0034\\\\u0038\\\\u0032\\\\u0039\\\\u0031\\\\u0033",
                "%34%38%32%39%31%33",
                "%2534%2538%2532%2539%2531%2533",
                "\uff14\uff18\uff12\uff19\uff11\uff13",
                "\u0664\u0668\u0662\u0669\u0661\u0663",
                "4\u200b8\u200b2\u200b9\u200b1\u200b3",
                "x482913y",
                "Bring g7x2",
                "room QWERTZ"
            })
    void aCodeOutOfTheTextShowsNowhere(String told) {
        for (String body : new String[] {
            "{\"errors\":[{\"code\":\"40302\",\"detail\":\"" + told + "\"}]}",
            "{\"errors\":[{\"code\":\"40302\",\"title\":\"" + told + "\"}]}",
            "{\"errors\":[{\"code\":\"" + told + "\"}]}",
            "{\"errors\":[{\"code\":\"40302\",\"source\":{\"pointer\":\"/" + told + "\"}}]}",
            "{\"errors\":[{\"code\":\"40302\",\"source\":{\"parameter\":\"" + told + "\"}}]}",
            "{\"errors\":[\"" + told + "\"]}",
            "{\"code\":\"" + told + "\",\"detail\":\"" + told + "\"}"
        }) {
            assertThat(error(body).errors().toString()).as(body).doesNotContain("482913");
            String problem = error(body).details().problem().orElseThrow();
            assertThat(problem).as(body).isIn("HTTP 400, 40302", "HTTP 400, an error without code");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    40305 | Invalid "from" address                                | Invalid "from" address
                    40305 | Invalid 'from' address                                | Invalid "from" address
                    40305 | Invalid &quot;from&quot; address                      | Invalid "from" address
                    10004 | Missing required parameter: "to"                      | Missing required parameter: "to"
                    10004 | Missing required parameter: "messaging_profile_id"    | Missing required parameter: "messaging_profile_id"
                    10004 | Missing required parameter: "customer_reference"      | Missing required parameter: "customer_reference"
                    10015 | The 'to' parameter must be in E164 format.            | The "to" parameter must be in E164 format
                    10015 | The "to" of "Bob" is wrong                            | The "to" of "***" is wrong
                    10015 | The 'text' parameter must be of type 'string'         | The "text" parameter must be of type "string"
                    40310 | The 'to' address should be a single valid number      | The "to" address should be a single valid number
                    40310 | Source and destination are the same: "+14165550123"   | Source and destination are the same: "+1416***0123"
                    40310 | Source and destination +14165550123 are the same      | Source and destination +1416***0123 are the same
                    40300 | Blocked due to STOP message                           | Blocked due to STOP message
                    40300 | Messages cannot be sent from '+14165550199' to '+14165550123' due to an existing block rule. | Messages cannot be sent from "+1416***0199" to "+1416***0123" due to an existing block rule
                    40318 | Message queue full                                    | Message queue full
                    90018 | Call has already ended                                | Call has already ended
                    """)
    void whatTelnyxSaysIsReadable(String code, String detail, String shown) {
        String json = detail.replace("\"", "\\\"");
        String body = "{\"errors\":[{\"code\":\"" + code + "\",\"detail\":\"" + json + "\"}]}";
        assertThat(error(body).details().problem()).hasValue("HTTP 400, " + code + ": " + shown);
    }

    @Test
    void aMessageOfTelnyxsIsReadableThoughTheTextHasItsWords() {
        TelnyxException error = FACTORY.fromResponse(
                Calls.of("messages.send", Idempotency.NOT_IDEMPOTENT, "Missing required parameter: to. Queue full!"),
                head(400),
                bytes("{\"errors\":[{\"code\":\"10004\",\"title\":\"Missing required parameter\","
                        + "\"detail\":\"Missing required parameter: \\\"to\\\"\",\"source\":{\"pointer\":\"/to\"}}]}"));
        assertThat(error.details().problem())
                .hasValue("HTTP 400, 10004 Missing required parameter at /to: Missing required parameter: \"to\"");
    }
}
