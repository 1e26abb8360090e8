package org.telnyx4j.spring.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;
import org.telnyx4j.SettingsBuilder;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.outbox.Outbox;

/** A setting that the library gets later is to be a property, too. */
class TelnyxPropertiesTest {
    @Test
    void everySettingOfATenantIsAProperty() {
        assertThat(components(TelnyxProperties.Tenant.class)).isEqualTo(settings(SettingsBuilder.class, Map.of()));
    }

    @Test
    void everySettingOfTheClientIsAPropertyOrABean() {
        Set<String> beans =
                Set.of("httpClient", "openTelemetry", "httpSpans", "environment", "listener", "sendGuard", "async");
        Set<String> expected = settings(SettingsBuilder.class, Map.of());
        expected.addAll(settings(Telnyx.Builder.class, Map.of()));
        expected.removeAll(beans);

        assertThat(components(TelnyxProperties.class)).containsAll(expected);
    }

    @Test
    void everySettingOfTheOutboxIsAPropertyOrABean() {
        Set<String> expected = settings(Outbox.Builder.class, Map.of());
        expected.removeAll(Set.of("telnyx", "tenants", "policy", "quietHours"));

        assertThat(components(TelnyxOutboxProperties.class)).containsAll(expected);
    }

    @Test
    void everyOptionOfConnectionsIsAProperty() {
        assertThat(components(TelnyxProperties.Http.class))
                .isEqualTo(settings(
                        HttpOptions.Builder.class,
                        Map.of("maxResponseBytes", "maxResponseSize", "sslContext", "sslBundle")));
    }

    @Test
    void everyOptionOfRetriesIsAProperty() {
        assertThat(components(TelnyxProperties.Retries.class))
                .isEqualTo(settings(RetryOptions.Builder.class, Map.of()));
    }

    @Test
    void everyPropertyHasADescriptionForIdes() throws IOException {
        assertThat(describedProperties())
                .hasSizeGreaterThan(30)
                .allSatisfy(property -> assertThat(property)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .extractingByKey("description", InstanceOfAssertFactories.STRING)
                        .as("%s", property)
                        .endsWith("."));
    }

    /** What the build has written for IDEs; other libraries have a file of the same name. */
    private static List<?> describedProperties() throws IOException {
        String ours = TelnyxProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        for (URL file : Collections.list(
                TelnyxProperties.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            if (file.toString().contains(ours)) {
                try (InputStream stream = file.openStream()) {
                    String json = new String(stream.readAllBytes(), UTF_8);
                    Object properties =
                            JsonParserFactory.getJsonParser().parseMap(json).get("properties");
                    return (List<?>) Objects.requireNonNull(properties);
                }
            }
        }
        throw new AssertionError("no metadata in " + ours);
    }

    private static Set<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settings(Class<?> builder, Map<String, String> renamed) {
        return Stream.of(builder.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getParameterCount() == 1)
                .map(method -> renamed.getOrDefault(method.getName(), method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
