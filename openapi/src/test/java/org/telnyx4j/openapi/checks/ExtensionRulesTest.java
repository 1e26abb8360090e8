package org.telnyx4j.openapi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecDocument;

class ExtensionRulesTest {
    private static final String GOOD = """
            paths:
              /a:
                post:
                  operationId: makeA
                  x-name: things.make_a
                  x-idempotency: deduplicated
                  parameters: [{name: q, in: query, schema: {type: string, x-format: one-line, x-sensitive: none}}]
            components:
              schemas:
                A:
                  type: object
                  x-exactly-one-of: [[url, name, list]]
                  x-at-most-one-of: [[url, name]]
                  x-at-least-one-of: [[url, name]]
                  x-ascending: [[least, most]]
                  x-required-with: {name: [flag]}
                  properties:
                    url: {type: string, x-format: http-url, x-sensitive: url}
                    name: {type: string, x-encoding: base64-text, x-sensitive: text}
                    least: {type: integer, x-unit: seconds}
                    most: {type: [integer, 'null'], x-unit: milliseconds}
                    flag: {type: boolean}
                    x-named: {type: string}
                    list: {type: array, x-unique-by: key, items: {$ref: '#/components/schemas/B'}}
                    urls: {type: array, items: {type: string, x-format: http-url}}
                B: {type: object, properties: {key: {type: string}}}
            """;

    @Test
    void whatIsAsItShouldBeHasNoFindings() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x-unit: seconds | x-unit: hours | /components/schemas/A/properties/least/x-unit: \"hours\" isn't one of milliseconds, minutes, seconds",
                "{type: integer, x-unit: seconds} | {type: string, x-unit: seconds} | /components/schemas/A/properties/least/x-unit: a unit is for a number",
                "{type: string, x-encoding | {type: integer, x-encoding | /components/schemas/A/properties/name/x-encoding: an encoding is for a string",
                "x-encoding: base64-text | x-encoding: hex | /components/schemas/A/properties/name/x-encoding: \"hex\" isn't one of base64-text",
                "x-sensitive: url | x-sensitive: secret | /components/schemas/A/properties/url/x-sensitive: \"secret\" isn't one of credential, id, none, phone-number, text, url",
                "x-sensitive: url | x-secret: url | /components/schemas/A/properties/url/x-secret: not in our specification",
                "[[url, name, list]] | [[url, nmae]] | /components/schemas/A/x-exactly-one-of/0: there is no property 'nmae' here",
                "x-at-most-one-of: [[url, name]] | x-at-most-one-of: [[url]] | /components/schemas/A/x-at-most-one-of/0: a list of two names or more is expected",
                "x-at-least-one-of: [[url, name]] | x-at-least-one-of: url | /components/schemas/A/x-at-least-one-of: a list of lists of names is expected",
                "x-ascending: [[least, most]] | x-ascending: [[least, mots]] | /components/schemas/A/x-ascending/0: there is no property 'mots' here",
                "{name: [flag]} | {name: [flga]} | /components/schemas/A/x-required-with/name: there is no property 'flga' here",
                "{name: [flag]} | {nmae: [flag]} | /components/schemas/A/x-required-with/nmae: there is no property 'nmae' here",
                "{name: [flag]} | {name: flag} | /components/schemas/A/x-required-with/name: a list of names is expected",
                "{name: [flag]} | [name] | /components/schemas/A/x-required-with: a map from a name to a list of names is expected",
                "x-unique-by: key | x-unique-by: kye | /components/schemas/A/properties/list/x-unique-by: there is no property 'kye' here",
                "x-name: things.make_a | x-name: make | /paths/~1a/post/x-name: \"make\" isn't a name such as calls.hang_up",
                "x-idempotency: deduplicated | x-idempotency: maybe | /paths/~1a/post/x-idempotency: \"maybe\" isn't one of idempotent, keyed, deduplicated, not-idempotent",
                "x-idempotency: deduplicated | x-unit: seconds | /paths/~1a/post/x-unit: belongs to a value's schema",
                "flag: {type: boolean} | flag: {type: boolean, x-name: a.b} | /components/schemas/A/properties/flag/x-name: belongs to an operation",
            })
    void aWrongExtensionIsFoundWithItsPlace(String right, String wrong, String finding) {
        String changed = GOOD.replace(right, wrong);
        assertThat(changed).isNotEqualTo(GOOD);

        assertThat(findings(changed)).containsExactly(finding);
    }

    @Test
    void aFormatThatTheCoreDoesntKnowIsFound() {
        assertThat(findings(GOOD.replace("x-format: one-line", "x-format: two-lines")))
                .singleElement()
                .asString()
                .startsWith("/paths/~1a/post/parameters/0/schema/x-format: \"two-lines\" isn't one of ");
    }

    @Test
    void twoOperationsWithOneNameAreFound() {
        String two = GOOD.replace("paths:\n", "paths:\n  /b: {get: {operationId: getB, x-name: things.make_a}}\n");

        assertThat(findings(two)).containsExactly("POST /a: the name things.make_a is given twice");
    }

    private static List<String> findings(String yaml) {
        return ExtensionRules.violations(new SpecDocument(Documents.yaml(yaml)));
    }
}
