package org.telnyx4j.openapi.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.openapi.document.Documents;
import org.telnyx4j.openapi.document.SpecException;

class OverlayTest {
    @Test
    void anUpdateMergesIntoObjectsAtEveryLevel() {
        assertThat(apply("a: {b: {c: 1}, d: 2}", "{target: $.a, update: {b: {e: 3}, d: 4}}"))
                .isEqualTo("{a:{b:{c:1,e:3},d:4}}");
    }

    @Test
    void anUpdateOfAnArrayAppends() {
        assertThat(apply("a: [1]", "{target: $.a, update: 2}")).isEqualTo("{a:[1,2]}");
    }

    @Test
    void anUpdateReachesEveryMatch() {
        assertThat(apply("a: [{n: x}, {n: y}, {n: x}]", "{target: \"$.a[?(@.n=='x')]\", update: {m: 1}}"))
                .isEqualTo("{a:[{m:1,n:x},{n:y},{m:1,n:x}]}");
    }

    @Test
    void aRemovalTakesAwayEveryMatch() {
        assertThat(apply("a: [{n: x}, {n: y}, {n: x}]", "{target: \"$.a[?(@.n=='x')]\", remove: true}"))
                .isEqualTo("{a:[{n:y}]}");
    }

    @Test
    void actionsSeeWhatEarlierOnesDid() {
        assertThat(apply("a: {}", "{target: $.a, update: {b: {}}}, {target: $.a.b, update: {c: 1}}"))
                .isEqualTo("{a:{b:{c:1}}}");
    }

    @Test
    void whatIsAheadOfTheEditionAddsOnlyWhatIsMissing() {
        String action = "{target: $.a, x-ahead: true, update: {properties: {b: {type: string}, c: {}}, enum: [x, y]}}";

        assertThat(apply("a: {enum: [x], properties: {b: {type: integer}}}", action))
                .isEqualTo("{a:{enum:[x,y],properties:{b:{type:integer},c:{}}}}");
    }

    @Test
    void whatIsAheadIsListedWithWhatItAdds() {
        String action = "{target: $.a.properties, x-ahead: true, update: {b: {type: string}, c: {enum: [x]}, d: {}}}";
        ObjectNode tree = Documents.yaml("a: {properties: {b: {type: string}}}");

        assertThat(new Overlay("test.yaml", Documents.yaml("overlay: 1.0.0\nactions: [" + action + "]"))
                        .applyTo(tree)
                        .ahead())
                .containsExactly("overlay/test.yaml: $.a.properties: c, d");
    }

    @Test
    void onceTheEditionHasAFactOurWordsStillDescribeIt() {
        String action =
                "{target: $.properties, x-ahead: true, update: {b: {description: Ours., type: string, x-format: e164},"
                        + " c: {description: Ours., type: string, x-format: e164}}}";

        assertThat(apply("properties: {b: {type: string}, c: {type: object}}", action))
                .isEqualTo(
                        "{properties:{b:{description:Ours.,type:string,x-format:e164},c:{description:Ours.,type:object}}}");
    }

    @Test
    void whatTheEditionHasByNowIsListedToBeDeleted() {
        String action = "{target: $.a, x-ahead: true, update: {properties: {b: {type: string}}, enum: [x]}}";
        ObjectNode tree = Documents.yaml("a: {enum: [x, y], properties: {b: {type: integer}}}");
        Overlay overlay = new Overlay("test.yaml", Documents.yaml("overlay: 1.0.0\nactions: [" + action + "]"));

        Overlay.Applied applied = overlay.applyTo(tree);

        assertThat(applied.unused())
                .containsExactly("overlay/test.yaml: the edition has it by now; move its words to another overlay, and"
                        + " delete the action for $.a");
        assertThat(applied.ahead()).isEmpty();
        assertThat(Documents.show(tree)).isEqualTo("{a:{enum:[x,y],properties:{b:{type:integer}}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{target: '$.[', remove: true} | isn't a JSONPath",
                "{target: $.a} | an action needs update, or remove: true",
                "{target: $.a.s, update: {c: 1}} | an object can only be updated by an object",
                "{target: \"$['a','s']\", update: {c: 1}} | ends in several names",
                "{target: $.a, update: 5} | an object can only be updated by an object",
            })
    void anActionThatCantBeAppliedIsNamed(String action, String message) {
        assertThatThrownBy(() -> apply("a: {s: x}", action))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("test.yaml#/actions/0: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{target: $.b, update: {c: 1}} | $.b",
                "{target: $.*.z, remove: true} | $.*.z",
            })
    void anActionThatMatchesNothingIsTold(String action, String target) {
        ObjectNode tree = Documents.yaml("a: {s: x}");

        assertThat(new Overlay("test.yaml", Documents.yaml("overlay: 1.0.0\nactions: [" + action + "]"))
                        .applyTo(tree)
                        .unused())
                .containsExactly("overlay/test.yaml: nothing matches " + target);
        assertThat(Documents.show(tree)).isEqualTo("{a:{s:x}}");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> new Overlay("o.yaml", Documents.yaml("overlay: 2.0.0\nactions: []")))
                .hasMessage("o.yaml#/overlay: Overlay 1.0 is expected");
    }

    private static String apply(String document, String actions) {
        ObjectNode tree = Documents.yaml(document);
        new Overlay("test.yaml", Documents.yaml("overlay: 1.0.0\nactions: [" + actions + "]")).applyTo(tree);
        return Documents.show(tree);
    }
}
