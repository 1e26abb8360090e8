package org.telnyx4j.events.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.TypedEvent;
import org.telnyx4j.events.UnknownEvent;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.SpecifiedEvents.Specified;
import org.telnyx4j.generated.event.CallEvent;

/** Holds the table of events against the specification: an edition with another webhook fails here and names it. */
class EventsOfTheSpecificationTest {
    private static final List<String> WRONG =
            List.of("{\"x\":[1]}", "[[{}]]", "\"\\u0000x\"", "-1e400", "true", "null");

    @Test
    void everyTypeOfTheSpecificationHasAClassWithItsPayload() throws ReflectiveOperationException {
        assertThat(SpecifiedEvents.all()).hasSizeGreaterThan(40);
        for (Specified specified : SpecifiedEvents.all()) {
            WebhookEvent event = Webhooks.parse(specified.body("{\"id\":\"x\"}"));

            assertThat(event.type()).isEqualTo(specified.type());
            assertThat(event).as(specified.type()).isNotInstanceOf(UnknownEvent.class);
            assertThat(event.getClass()
                            .getMethod("payload")
                            .invoke(event)
                            .getClass()
                            .getSimpleName())
                    .as(specified.type())
                    .isEqualTo(specified.schema());
        }
    }

    @Test
    void everyClassStandsForATypeOfTheSpecification() {
        Set<Class<?>> reached =
                new LinkedHashSet<>(List.of(UnknownEvent.class, UnreadableEvent.class, TexmlCallback.class));
        for (Specified specified : SpecifiedEvents.all()) {
            assertThat(reached.add(
                            Webhooks.parse(specified.body("{\"id\":\"x\"}")).getClass()))
                    .as(specified.type())
                    .isTrue();
        }

        assertThat(new ClassFileImporter()
                        .importPackages("org.telnyx4j.events", "org.telnyx4j.generated.event").stream()
                                .filter(type -> type.isAssignableTo(WebhookEvent.class))
                                .filter(type -> !type.isInterface()
                                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(
                        reached.stream().map(Class::getName).toList());
    }

    @Test
    void everyCallEventIsNamedAsItsTypeIs() {
        for (Specified specified : SpecifiedEvents.all()) {
            WebhookEvent event = Webhooks.parse(specified.body("{\"id\":\"x\"}"));
            if (event instanceof CallEvent) {
                assertThat(event.getClass().getSimpleName())
                        .isEqualToIgnoringCase(
                                specified.type().replaceFirst("^call\\.", "").replaceAll("[^A-Za-z0-9]", ""));
            }
        }
    }

    /** Each field of each payload gets six wrong values; nothing else may suffer from it. */
    @Test
    void aWrongValueCostsOneFieldAndNothingElse() {
        Set<String> unreadable = new TreeSet<>();
        for (Specified specified : SpecifiedEvents.all()) {
            for (String field : specified.fields()) {
                for (String wrong : WRONG) {
                    WebhookEvent event =
                            Webhooks.parse(specified.body("{\"" + field + "\":" + wrong + ",\"an_addition\":7}"));

                    assertThat(event.type()).isEqualTo(field.equals("record_type") ? event.type() : specified.type());
                    if (specified.hasPayload()) {
                        assertThat(event.id()).contains("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0");
                        assertThat(event.unreadableFields())
                                .allSatisfy(pointer -> assertThat(pointer).startsWith("/" + field));
                        assertThat(additions(event))
                                .as(event + " with " + field)
                                .containsEntry("an_addition", 7);
                        unreadable.addAll(event.unreadableFields());
                    }
                }
            }
        }
        assertThat(unreadable).contains("/start_time", "/to", "/custom_headers", "/phone_numbers_count");
    }

    private static Map<String, @Nullable Object> additions(WebhookEvent event) {
        if (event instanceof TypedEvent<?> typed) {
            return typed.payload().getAdditionalProperties();
        }
        throw new AssertionError(event);
    }
}
