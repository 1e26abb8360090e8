package org.telnyx4j.openapi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;

class JavaRulesTest {
    private static final String GOOD = """
            paths:
              /a: {get: {operationId: listA, parameters: [{name: q, in: query, schema: {type: string}}]}}
            webhooks:
              one: {post: {operationId: one, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/OneWebhook'}}}}}}
              two: {post: {operationId: two, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Two'}}}}}}
            components:
              schemas:
                A: {type: object, properties: {web_hook: {type: string}, webHook: {type: string}, 'a$"b': {type: string}}}
                String: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
                OneWebhook: {type: object, properties: {data: {$ref: '#/components/schemas/OneEvent'}}}
                OneEvent: {type: object, properties: {event_type: {type: string, enum: [one.a, one.b]}}}
                Two: {type: object, properties: {record_type: {$ref: '#/components/schemas/TwoType'}}}
                TwoType: {type: string, enum: [two]}
            """;

    @Test
    void namesThatJavaDoesntAllowAreNoFault() {
        assertThat(violations(GOOD)).isEmpty();
    }

    @Test
    void classesThatDifferInCaseAloneAreFound() {
        assertThat(violations(GOOD + "    STRING: {type: object}\n"))
                .containsExactly(
                        "/components/schemas/String: differs from STRING in case alone, and would be one file with"
                                + " it; give it another name in trim.yaml");
    }

    @Test
    void theNameOfAQueryIsTaken() {
        assertThat(violations(GOOD + "    ListAQuery: {type: object}\n"))
                .containsExactly(
                        "/components/schemas/ListAQuery: is the name of the query of listA; give it another name in"
                                + " trim.yaml");
    }

    @Test
    void theNameOfAFamilyOfEventsIsTaken() {
        assertThat(violations(GOOD + "    TwoEvent: {type: object}\n    CallEvent: {type: object}\n"))
                .containsExactly(
                        "/components/schemas/CallEvent: is the name of a family of events; give it another name in"
                                + " trim.yaml",
                        "/components/schemas/TwoEvent: is the name of a family of events; give it another name in"
                                + " trim.yaml");
    }

    @Test
    void oneTypeIsThatOfOneWebhook() {
        assertThat(violations(GOOD.replace("enum: [two]", "enum: [one.b]")))
                .containsExactly("/webhooks/two: the type one.b is also that of one");
    }

    @Test
    void moreThanAClassHoldsIsFound() {
        assertThat(violations(GOOD.replace("enum: [two]", "enum: [" + numbers(6_001, "v", "") + "]")))
                .containsExactly(
                        "/components/schemas/TwoType/enum: has 6001 values, and a Java class holds 6000; remove the"
                                + " enum in overlay/corrections.yaml");
        assertThat(violations(GOOD.replace("{web_hook: {type: string}", "{" + numbers(8_000, "p", ": {}"))))
                .containsExactly("/components/schemas/A/properties: has 8002 properties, and a Java class holds 8000");
        assertThat(violations(GOOD.replace("enum: [two]", "enum: [" + numbers(5_000, "v", "") + "]")
                        .replace("{web_hook: {type: string}", "{" + numbers(2_000, "p", ": {}"))))
                .isEmpty();
    }

    private static String numbers(int count, String prefix, String suffix) {
        return IntStream.range(0, count)
                .mapToObj(number -> prefix + number + suffix)
                .collect(Collectors.joining(", "));
    }

    private static java.util.List<String> violations(String document) {
        return JavaRules.violations(new SpecDocument(Documents.yaml(document)));
    }
}
