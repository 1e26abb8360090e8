package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.MessagingProfilesApi;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.model.NumberPoolSettings;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;

/** A field that can be null is absent, null or a value: three different things to a PATCH. */
class NullableFieldsTest {
    private static final JsonMapper MAPPER = Json.newMapper();

    static Stream<Property> nullableProperties() {
        return Generated.models().stream()
                .flatMap(model -> Property.of(model).stream())
                .filter(Property::isNullable);
    }

    static List<Arguments> updates() {
        return List.of(
                Arguments.of(update(), "{}"),
                Arguments.of(update().webhookUrl(null), "{\"webhook_url\":null}"),
                Arguments.of(update().webhookUrl("https://example.com/"), "{\"webhook_url\":\"https://example.com/\"}"),
                Arguments.of(update().webhookUrl(null).unsetWebhookUrl(), "{}"),
                Arguments.of(update().webhookFailoverUrl(""), "{\"webhook_failover_url\":\"\"}"),
                Arguments.of(update().numberPoolSettings(null), "{\"number_pool_settings\":null}"),
                Arguments.of(
                        update().numberPoolSettings(new NumberPoolSettings().stickySender(true)),
                        "{\"number_pool_settings\":{\"sticky_sender\":true}}"),
                Arguments.of(
                        update().webhookUrl(null).numberPoolSettings(null).name("A"),
                        "{\"name\":\"A\",\"number_pool_settings\":null,\"webhook_url\":null}"),
                // A field that cannot be null on the wire is left out instead.
                Arguments.of(update().name(null), "{}"));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void anUpdate_carriesWhatWasSetAndNullsThatWereMeant(UpdateMessagingProfileRequest update, String body)
            throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            new MessagingProfilesApi(wire.client()).updateMessagingProfile("id", update);

            LoopbackServer.Request request = wire.server().takeRequest();
            assertThat(request.line()).startsWith("PATCH ");
            assertThat(request.body()).asString(UTF_8).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @MethodSource("nullableProperties")
    void everyNullableField_isAbsentNullOrAValue(Property property) throws Exception {
        Object model = Generated.create(property.model());
        assertThat(property.isPresent(model)).isFalse();

        property.set(model, null);
        assertThat(property.isPresent(model)).isTrue();
        assertThat(MAPPER.writeValueAsString(model)).isEqualTo("{\"" + property.wireName() + "\":null}");

        property.set(model, Samples.value(property.type()));
        assertThat(property.isPresent(model)).isTrue();
        assertThat(MAPPER.readTree(MAPPER.writeValueAsBytes(model))
                        .get(property.wireName())
                        .isNull())
                .isFalse();

        property.unset(model);
        assertThat(property.isPresent(model)).isFalse();
        assertThat(MAPPER.writeValueAsString(model)).isEqualTo("{}");
    }

    @ParameterizedTest
    @MethodSource("nullableProperties")
    void everyNullableField_isReadAsAbsentOrNull(Property property) throws Exception {
        String isNull = "{\"" + property.wireName() + "\":null}";

        Object withNull = MAPPER.readValue(isNull, property.model());
        Object without = MAPPER.readValue("{}", property.model());

        assertThat(property.isPresent(withNull)).isTrue();
        assertThat(property.isPresent(without)).isFalse();
        assertThat(withNull).isNotEqualTo(without);
        assertThat(MAPPER.writeValueAsString(withNull)).isEqualTo(isNull);
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

        assertThat(nullableProperties().map(Property::toString))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    private static boolean isNullable(JsonNode schema) {
        if (schema.has("$ref")) {
            return isNullable(Spec.root().at(schema.get("$ref").asText().substring(1)));
        }
        if (!schema.has("type") && !schema.has("anyOf") && !schema.has("oneOf") && !schema.has("allOf")) {
            // Any JSON value, so null as well.
            return true;
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

    private static UpdateMessagingProfileRequest update() {
        return new UpdateMessagingProfileRequest();
    }
}
