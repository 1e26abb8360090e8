package org.telnyx4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.model.NumberPoolSettings;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.testing.ReceivedRequest;

/** A field that can be null is absent, null or a value: three different things to a PATCH. */
class NullableFieldsTest {
    static Stream<Property> nullableProperties() {
        return Generated.models().stream()
                .flatMap(model -> Property.of(model).stream())
                .filter(property -> property.field().isNullable());
    }

    static Stream<Property> otherProperties() {
        return Generated.models().stream()
                .flatMap(model -> Property.of(model).stream())
                .filter(property -> !property.field().isNullable());
    }

    static List<Arguments> updates() {
        return List.of(
                Arguments.of(update(), "{}"),
                Arguments.of(update().clearWebhookUrl(), "{\"webhook_url\":null}"),
                Arguments.of(update().webhookUrl("https://example.com/"), "{\"webhook_url\":\"https://example.com/\"}"),
                Arguments.of(update().clearWebhookUrl().webhookUrl(null), "{}"),
                Arguments.of(update().webhookUrl("https://example.com/").webhookUrl(null), "{}"),
                Arguments.of(update().webhookFailoverUrl(""), "{\"webhook_failover_url\":\"\"}"),
                Arguments.of(update().clearNumberPoolSettings(), "{\"number_pool_settings\":null}"),
                Arguments.of(
                        update().numberPoolSettings(NumberPoolSettings.builder()
                                .longCodeWeight(BigDecimal.ONE)
                                .skipUnhealthy(true)
                                .tollFreeWeight(BigDecimal.ONE)
                                .stickySender(true)
                                .build()),
                        "{\"number_pool_settings\":{\"long_code_weight\":1,\"skip_unhealthy\":true,"
                                + "\"toll_free_weight\":1,\"sticky_sender\":true}}"),
                Arguments.of(
                        update().clearWebhookUrl().clearNumberPoolSettings().name("A"),
                        "{\"name\":\"A\",\"number_pool_settings\":null,\"webhook_url\":null}"),
                Arguments.of(update().name(null), "{}"));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void anUpdate_carriesWhatWasSetAndNullsThatWereMeant(UpdateMessagingProfileRequest.Builder update, String body)
            throws Exception {
        RecordingClient recorder = new RecordingClient("{\"data\":{}}");
        new MessagingProfilesApi(recorder).updateMessagingProfile("id", update.build());
        JsonModel asked = recorder.last().body();
        assertThat(asked).isNotNull();
        assertThat(asked.toJson()).isEqualTo(body);
    }

    @Test
    void aNullThatIsMeant_goesOverTheWire() throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            new MessagingProfilesApi(wire.client())
                    .updateMessagingProfile("id", update().clearWebhookUrl().build());

            ReceivedRequest request = wire.server().awaitRequest();
            assertThat(request.requestLine()).isEqualTo("PATCH /v2/messaging_profiles/id HTTP/1.1");
            assertThat(request.body()).isEqualTo("{\"webhook_url\":null}");
        }
    }

    @ParameterizedTest
    @MethodSource("nullableProperties")
    void everyNullableField_isAbsentNullOrAValue(Property property) {
        JsonModel absent = Generated.empty(property.model());
        assertThat(absent.has(property.wireName())).isFalse();

        JsonModel cleared = property.cleared();
        assertThat(cleared.has(property.wireName())).isTrue();
        assertThat(cleared.get(property.wireName())).isNull();
        assertThat(cleared.toJson()).isEqualTo("{\"" + property.wireName() + "\":null}");

        JsonModel value = property.alone();
        assertThat(value.has(property.wireName())).isTrue();
        assertThat(value.get(property.wireName())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("nullableProperties")
    void everyNullableField_isReadAsAbsentOrNull(Property property) {
        JsonModel withNull = property.withNull();
        JsonModel without = Generated.empty(property.model());

        assertThat(withNull.has(property.wireName())).isTrue();
        assertThat(without.has(property.wireName())).isFalse();
        assertThat(withNull).isNotEqualTo(without).isEqualTo(property.cleared());
        assertThat(withNull.toJson()).isEqualTo("{\"" + property.wireName() + "\":null}");
    }

    @ParameterizedTest
    @MethodSource("otherProperties")
    void noOtherField_canBeClearedByABuilder(Property property) {
        assertThat(property.cleared()).isEqualTo(Generated.empty(property.model()));
    }

    @Test
    void exactlyTheFieldsThatTheSpecificationDeclaresNullable_areNullable() {
        Set<String> declared = new TreeSet<>();
        Spec.root()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            if (isNullable(property.getValue())) {
                                declared.add(schema.getKey() + "." + property.getKey());
                            }
                        }));

        assertThat(nullableProperties()
                        .filter(property -> !property.model().name().endsWith("Query"))
                        .map(Property::toString))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    private static boolean isNullable(JsonNode schema) {
        if (schema.has("$ref")) {
            return isNullable(Spec.root().at(schema.get("$ref").asText().substring(1)));
        }
        if (!schema.has("type") && !schema.has("anyOf") && !schema.has("oneOf") && !schema.has("allOf")) {
            // Where any JSON will do, null is no choice of its own.
            return false;
        }
        for (JsonNode type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        for (String combination : List.of("anyOf", "oneOf")) {
            for (JsonNode choice : schema.path(combination)) {
                if (choice.path("type").asText().equals("null")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static UpdateMessagingProfileRequest.Builder update() {
        return UpdateMessagingProfileRequest.builder();
    }
}
