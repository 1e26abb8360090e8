package org.telnyx4j.openapi.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;

class SpecDiffTest {
    private static final String BASE = """
            paths:
              /a:
                get:
                  operationId: listA
                  tags: [T]
                  parameters: [{name: q, in: query, required: false, schema: {type: string, enum: [x, y]}}]
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Got'}}}}}
                post:
                  operationId: makeA
                  tags: [T]
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
                  responses: {'201': {content: {application/json: {schema: {$ref: '#/components/schemas/Got'}}}}}
            webhooks:
              happened: {post: {operationId: happened, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Hook'}}}}}}
            components:
              schemas:
                Got: {type: object, required: [id], properties: {id: {type: string}, s: {type: string, enum: [p, q]}, n: {type: [integer, "null"]}}}
                Hook: {type: object, properties: {at: {type: string, format: date-time}}}
                Sent: {type: object, required: [to], properties: {to: {type: string, maxLength: 9}, l: {type: array, items: {type: string}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "enum: [x, y] | enum: [x] | BREAKING | listA, query parameter q | (sent) has lost values: y",
                "enum: [x, y] | enum: [x, y, z] | COMPATIBLE | listA, query parameter q | (sent) has new values: z",
                "enum: [p, q] | enum: [p, q, r] | COMPATIBLE | Got.s | (received) has new values: r",
                "enum: [p, q] | enum: [q] | BREAKING | Got.s | (received) has lost values: p",
                "required: [id] | required: [] | BEHAVIOUR | Got.id | (received) isn't required any more",
                "required: [id] | required: [id, s] | COMPATIBLE | Got.s | (received) is required now",
                "required: [to] | required: [to, l] | BREAKING | Sent.l | (sent) is required now",
                "required: [to] | required: [] | COMPATIBLE | Sent.to | (sent) isn't required any more",
                "required: false | required: true | BREAKING | listA, query parameter q | (sent) is required now",
                "[integer, \"null\"] | integer | BREAKING | Got.n | (received) can't be null any more",
                "id: {type: string} | id: {type: [string, \"null\"]} | BEHAVIOUR | Got.id | (received) can be null now",
                "id: {type: string} | id: {type: integer} | BREAKING | Got.id | (received) is integer instead of string",
                "format: date-time | format: date | BREAKING | Hook.at | (received) is string (date) instead of string (date-time)",
                "items: {type: string} | items: {type: integer} | BREAKING | Sent.l | (sent) is list of integer instead of list of string",
                "maxLength: 9 | maxLength: 8 | BEHAVIOUR | Sent.to | (sent) limits are [maxLength 8] instead of [maxLength 9]",
                "maxLength: 9 | `maxLength: 9, x-format: e164` | BEHAVIOUR | Sent.to | (sent) limits are [maxLength 9, x-format e164] instead of [maxLength 9]",
                "required: [to] | `required: [to], x-at-most-one-of: [[to, l]]` | BEHAVIOUR | Sent | (sent) limits are [x-at-most-one-of [[\"to\",\"l\"]]] instead of none",
                "maxLength: 9 | `maxLength: 9, x-sensitive: text` | BEHAVIOUR | Sent.to | (sent) sensitive is text instead of none",
                "[integer, \"null\"] | `[integer, \"null\"], x-unit: seconds` | BREAKING | Got.n | (received) is duration instead of integer",
                "{at: { | {when: {type: integer}, at: { | COMPATIBLE | Hook.when | (received) new field (integer)",
                "operationId: makeA | `operationId: makeA\n      x-idempotency: keyed` | BEHAVIOUR | makeA | is keyed",
                "operationId: listA | `operationId: listA\n      x-name: a.list` | BEHAVIOUR | listA | is called a.list",
                "operationId: makeA | `operationId: makeA\n      deprecated: true` | BEHAVIOUR | makeA | is deprecated by Telnyx",
                "in: query, required: false | `in: query, deprecated: true, required: false` | BEHAVIOUR | listA, query parameter q | (sent) is deprecated by Telnyx",
                "'201': | '202': | BEHAVIOUR | makeA | responds with [202] instead of [201]",
                "/a: | /b: | BEHAVIOUR | listA | goes to GET /b instead of GET /a",
            })
    void aChangeIsNamedAndWeighed(String before, String after, String impact, String subject, String what) {
        String changed = BASE.replace(before, after);
        assertThat(changed).isNotEqualTo(BASE);

        assertThat(diff(BASE, changed)).first().satisfies(change -> {
            assertThat(change.subject()).isEqualTo(subject);
            assertThat(change.what()).isEqualTo(what);
            assertThat(change.impact()).isEqualTo(Impact.valueOf(impact));
        });
    }

    @Test
    void anotherUnitOrIdempotencyIsOtherBehaviour() {
        String seconds = BASE.replace("type: [integer, \"null\"]", "type: integer, x-unit: seconds");
        String keyed = BASE.replace("operationId: makeA", "operationId: makeA\n      x-idempotency: keyed");

        assertThat(diff(seconds, seconds.replace("x-unit: seconds", "x-unit: minutes")))
                .containsExactly(new Change(
                        Impact.BEHAVIOUR,
                        "Got.n",
                        "(received) unit is minutes instead of seconds",
                        java.util.Set.of("listA", "makeA")));
        assertThat(diff(keyed, keyed.replace("x-idempotency: keyed", "x-idempotency: not-idempotent")))
                .containsExactly(new Change(
                        Impact.BEHAVIOUR, "makeA", "is not-idempotent instead of keyed", java.util.Set.of("makeA")));
    }

    @Test
    void aChangeKnowsTheOperationsAndWebhooksInWhichItShows() {
        assertThat(diff(BASE, BASE.replace("id: {type: string}", "id: {type: integer}")))
                .singleElement()
                .extracting(Change::operations)
                .isEqualTo(java.util.Set.of("listA", "makeA"));
        assertThat(diff(BASE, BASE.replace("format: date-time", "format: date")))
                .singleElement()
                .extracting(Change::operations)
                .isEqualTo(java.util.Set.of("webhook happened"));
    }

    @Test
    void theSameDocumentHasNoChanges() {
        assertThat(diff(BASE, BASE)).isEmpty();
    }

    @Test
    void wordsAreCountedAndNothingElse() {
        String described = BASE.replace("operationId: listA", "description: One.\n      operationId: listA");
        String reworded = described.replace("One.", "Another.");

        assertThat(diff(described, reworded)).isEmpty();
        assertThat(SpecDiff.rewordings(Documents.yaml(described), Documents.yaml(reworded)))
                .isEqualTo(1);
    }

    @Test
    void anotherAssumedValueIsOtherBehaviourAndNotWords() {
        String field = BASE.replace(
                "maxLength: 9", "maxLength: 9, description: 'Seconds. When left out, Telnyx assumes `30` seconds.'");
        String parameter = BASE.replace(
                "in: query, required", "in: query, description: 'Size. When left out, Telnyx assumes `20`.', required");

        assertThat(diff(field, field.replace("`30`", "`10`")))
                .containsExactly(new Change(
                        Impact.BEHAVIOUR,
                        "Sent.to",
                        "(sent) when left out, Telnyx assumes 10 instead of 30",
                        java.util.Set.of("makeA")));
        assertThat(diff(parameter, parameter.replace(" When left out, Telnyx assumes `20`.", "")))
                .containsExactly(new Change(
                        Impact.BEHAVIOUR,
                        "listA, query parameter q",
                        "(sent) when left out, Telnyx assumes nothing instead of 20",
                        java.util.Set.of("listA")));
        assertThat(SpecDiff.rewordings(Documents.yaml(field), Documents.yaml(field.replace("`30`", "`10`"))))
                .isZero();
    }

    @Test
    void theReportHasTheWorstFirstAndTheFacadesOperations() {
        String changed = BASE.replace("enum: [p, q]", "enum: [p, q, r]").replace("required: [to]", "required: [to, l]");

        assertThat(new ChangeReport(ids -> ids.contains("makeA") ? java.util.Set.of("things.make") : java.util.Set.of())
                        .lines(diff(BASE, changed), 2))
                .containsExactly(
                        "BREAKING for users (1):",
                        "  Sent.l: (sent) is required now",
                        "      facade: things.make; API: makeA",
                        "",
                        "Compatible (1):",
                        "  Got.s: (received) has new values: r",
                        "      facade: things.make; API: listA, makeA",
                        "",
                        "Words: 2 descriptions read differently.");
    }

    private static List<Change> diff(String before, String after) {
        return SpecDiff.between(Documents.yaml(before), Documents.yaml(after));
    }
}
