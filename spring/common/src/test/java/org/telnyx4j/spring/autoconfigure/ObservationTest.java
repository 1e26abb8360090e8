package org.telnyx4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.spring.TenantRegistry;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class ObservationTest {
    private static final String ID = "6f1c1f6a-7f5c-4d57-9c5f-7f3f1b6f0a01";

    private final ScriptedServer server = ScriptedServer.start()
            .then(Response.json(200, "{\"data\":{\"id\":\"" + ID + "\"}}", "x-request-id: r-1"))
            .otherwise(Response.json(401, "{\"errors\":[{\"code\":\"10009\",\"title\":\"no\"}]}"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(TelnyxAutoConfiguration.class, TelnyxObservationAutoConfiguration.class))
            .withPropertyValues(
                    "telnyx.api-key=KEY", "telnyx.base-url=" + server.baseUrl(), "telnyx.tenants.acme.timeout=9");

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void eachOperationIsAnObservation() {
        ObservationRegistry observations = ObservationRegistry.create();
        List<Observation.Context> ended = new CopyOnWriteArrayList<>();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        observations.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                ended.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });

        runner.withBean(ObservationRegistry.class, () -> observations)
                .withBean(MeterRegistry.class, () -> meters)
                .run(context -> {
                    Observation ofTheApplication = Observation.start("application", observations);
                    ofTheApplication.scoped(() -> context.getBean(TenantRegistry.class)
                            .operations("acme")
                            .messages()
                            .retrieve(ID));
                    failOnce(context.getBean(Telnyx.class));

                    assertThat(observations.getCurrentObservation()).isNull();
                    assertTimers();
                    assertThat(ended).hasSize(2);
                    assertThat(ended.get(0).getContextualName()).isEqualTo("telnyx.messages.retrieve");
                    assertThat(ended.get(0).getParentObservation()).isSameAs(ofTheApplication);
                    assertThat(ended.get(0).getHighCardinalityKeyValues())
                            .extracting(KeyValue::getKey)
                            .contains("telnyx.tenant", "telnyx.request.id");
                    assertThat(ended.get(1).getError()).isInstanceOf(TelnyxException.class);
                });
    }

    @Test
    void withOpenTelemetryOnlyTheTimerIsLeft() {
        ObservationRegistry observations = ObservationRegistry.create();
        AtomicReference<Observation.Context> observed = new AtomicReference<>();
        observations.observationConfig().observationHandler(context -> {
            observed.set(context);
            return true;
        });

        runner.withBean(ObservationRegistry.class, () -> observations)
                .withBean(OpenTelemetry.class, OpenTelemetry::noop)
                .withBean(MeterRegistry.class, () -> meters)
                .run(context -> {
                    context.getBean(Telnyx.class).messages().retrieve(ID);
                    failOnce(context.getBean(Telnyx.class));

                    assertTimers();
                    assertThat(observed).hasNullValue();
                });
    }

    @Test
    void metersAreEnough() {
        runner.withBean(MeterRegistry.class, () -> meters).run(context -> {
            context.getBean(Telnyx.class).messages().retrieve(ID);
            failOnce(context.getBean(Telnyx.class));

            assertTimers();
        });
    }

    @Test
    void micrometerIsNotNeeded() {
        runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(OperationListener.class));
    }

    @Test
    void listenersOfTheApplicationAreCalled() {
        List<String> started = new CopyOnWriteArrayList<>();
        OperationListener listener = new OperationListener() {
            @Override
            public void started(ObservedOperation operation) {
                started.add(operation.name());
            }
        };

        runner.withBean(OperationListener.class, () -> listener).run(context -> {
            context.getBean(Telnyx.class).messages().retrieve(ID);

            assertThat(started).containsExactly("messages.retrieve");
        });
    }

    private void assertTimers() {
        assertThat(meters.find("telnyx.client.operations").timers())
                .allSatisfy(timer -> assertThat(timer.count()).isEqualTo(1))
                .extracting(ObservationTest::tags)
                .containsExactlyInAnyOrder(
                        "error=none operation=messages.retrieve outcome=SUCCESS",
                        "error=TelnyxAuthenticationException operation=messages.retrieve outcome=NOT_CARRIED_OUT");
    }

    private static String tags(Timer timer) {
        return String.join(
                " ",
                timer.getId().getTags().stream()
                        .map((Tag tag) -> tag.getKey() + "=" + tag.getValue())
                        .sorted()
                        .toList());
    }

    private static void failOnce(Telnyx telnyx) {
        assertThatThrownBy(() -> telnyx.messages().retrieve(ID)).isInstanceOf(TelnyxException.class);
    }
}
