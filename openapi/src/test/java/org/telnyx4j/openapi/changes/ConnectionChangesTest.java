package org.telnyx4j.openapi.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;

class ConnectionChangesTest {
    private static final String BASE = """
            servers: [{url: https://api.telnyx.com/v2}]
            security: [{key: []}]
            paths:
              /a: {get: {security: [{key: []}, {oauth: [admin]}]}}
            webhooks:
              happened:
                post:
                  parameters: [{name: telnyx-timestamp, in: header}, {name: telnyx-signature-ed25519, in: header}]
            components:
              securitySchemes:
                key: {type: http, scheme: bearer}
                header: {type: apiKey, in: header, name: X-Key}
                oauth: {type: oauth2}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://api.telnyx.com/v2 | https://api.telnyx.com/v3 | all operations | goes to the server https://api.telnyx.com/v3; the client sends to https://api.telnyx.com/v2",
                "/a: {get: { | /a: {get: {servers: [{url: https://lookup.telnyx.com}], | listA | goes to the server https://lookup.telnyx.com; the client sends to https://api.telnyx.com/v2",
                "/a: {get | /a: {servers: [{url: https://lookup.telnyx.com}], get | listA | goes to the server https://lookup.telnyx.com; the client sends to https://api.telnyx.com/v2",
                "security: [{key: []}]\\npaths: | security: [{header: []}]\\npaths: | all operations | is authorised by a key in the header X-Key; the client sends a bearer key",
                "[{key: []}, {oauth: [admin]}] | [{oauth: [admin]}] | listA | is authorised by oauth2; the client sends a bearer key",
                "[{key: []}, {oauth: [admin]}] | [{key: [], header: []}] | listA | is authorised by a key in the header X-Key; the client sends a bearer key",
                "scheme: bearer | scheme: basic | all operations | is authorised by HTTP basic; the client sends a bearer key",
                "telnyx-signature-ed25519 | webhook-signature | webhook happened | is signed in the headers telnyx-timestamp, webhook-signature; the verifier reads telnyx-signature-ed25519 and telnyx-timestamp",
            })
    void whatOurCodeDoesOtherwiseIsBreaking(String before, String after, String subject, String what) {
        String changed = BASE.replace(before.replace("\\n", "\n"), after.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(BASE);

        assertThat(of(changed)).anySatisfy(change -> {
            assertThat(change.impact()).isEqualTo(Impact.BREAKING);
            assertThat(change.subject()).isEqualTo(subject);
            assertThat(change.what()).isEqualTo(what);
        });
    }

    @Test
    void whatTheCodeDoesAndWhatADocumentLeavesOpenIsNoChange() {
        assertThat(of(BASE)).isEmpty();
        assertThat(of(BASE.replace("/v2}", "/v2/}").replace("telnyx-sig", "Telnyx-Sig")))
                .isEmpty();
        assertThat(of("paths: {/a: {get: {security: []}}}\nwebhooks: {happened: {post: {}}}"))
                .isEmpty();
    }

    private static List<Change> of(String upstream) {
        return ConnectionChanges.of(
                Documents.yaml(upstream),
                List.of(new ConnectionChanges.Kept("listA", "/a", "get")),
                Set.of("happened"));
    }
}
