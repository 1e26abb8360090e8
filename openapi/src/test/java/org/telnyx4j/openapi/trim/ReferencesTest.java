package org.telnyx4j.openapi.trim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecException;

class ReferencesTest {
    @Test
    void aPathItemOrWebhookByReferenceIsWrittenOut() {
        ObjectNode upstream = Documents.yaml("""
                paths: {/a: {$ref: '#/components/pathItems/a', parameters: []}}
                webhooks: {happened: {$ref: '#/components/pathItems/a'}}
                components: {pathItems: {a: {$ref: '#/components/pathItems/b'}, b: {get: {operationId: x}}}}
                """);

        References.unify(upstream);

        assertThat(Documents.show(upstream.path("paths"))).isEqualTo("{/a:{parameters:[],get:{operationId:x}}}");
        assertThat(Documents.show(upstream.path("webhooks"))).isEqualTo("{happened:{get:{operationId:x}}}");
    }

    @Test
    void pathItemsThatLeadBackToThemselvesAreRefused() {
        ObjectNode upstream = Documents.yaml("""
                paths: {/a: {$ref: '#/components/pathItems/a'}}
                components: {pathItems: {a: {$ref: '#/components/pathItems/a'}}}
                """);

        assertThatThrownBy(() -> References.unify(upstream))
                .isInstanceOf(SpecException.class)
                .hasMessage("/paths/~1a: the reference #/components/pathItems/a leads back to itself");
    }

    @Test
    void referencesAreWrittenWithoutEncodingAndComponentsWithPlainNames() {
        ObjectNode upstream = Documents.yaml("""
                a: {$ref: '#/components/schemas/call%2Dcost'}
                b: {$ref: '#/components/schemas/call~1event'}
                c: {$ref: '#/components/schemas/call%20event%2Flist/properties/x'}
                components: {schemas: {call-cost: {}, call/event: {}, call event/list: {properties: {x: {}}}}}
                """);

        References.unify(upstream);

        assertThat(Documents.show(upstream))
                .contains("a:{$ref:#/components/schemas/call-cost}")
                .contains("b:{$ref:#/components/schemas/call_event}")
                .contains("c:{$ref:#/components/schemas/call_event_list/properties/x}");
        assertThat(upstream.path("components").path("schemas").has("call_event_list"))
                .isTrue();
    }
}
