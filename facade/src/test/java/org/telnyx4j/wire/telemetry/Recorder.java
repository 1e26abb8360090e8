package org.telnyx4j.wire.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenTelemetry SDK that keeps what it is given. */
final class Recorder implements AutoCloseable {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .addSpanProcessor(new Begun())
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();

    Tracer tracer() {
        return sdk.getTracer("test");
    }

    /** In the order in which they ended, so children come first. */
    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    /** In the order in which they began, so parents come first. */
    List<SpanData> inOrder() {
        return begun.stream()
                .map(id -> spans().stream()
                        .filter(span -> span.getSpanId().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("A span has not ended")))
                .toList();
    }

    SpanData span(String name) {
        List<SpanData> found =
                spans().stream().filter(span -> span.getName().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans named " + name + " among "
                    + spans().stream().map(SpanData::getName).toList());
        }
        return found.get(0);
    }

    Collection<MetricData> metrics() {
        return reader.collectAllMetrics();
    }

    MetricData metric(String name) {
        return metrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    HistogramPointData point(String metric) {
        Collection<HistogramPointData> points =
                metric(metric).getHistogramData().getPoints();
        if (points.size() != 1) {
            throw new AssertionError(points.size() + " points in " + metric + ": " + points);
        }
        return points.iterator().next();
    }

    /** All that was exported: {@code toString} of the SDK's own records leaves out nothing but what is added here. */
    List<String> everything() {
        List<String> all = new ArrayList<>();
        for (SpanData span : spans()) {
            all.add(span.toString());
            all.add(span.getName() + span.getStatus() + span.getEvents() + span.getLinks() + span.getResource());
            all.add(map(span.getAttributes()).toString());
        }
        for (MetricData metric : metrics()) {
            all.add(metric.toString());
            for (HistogramPointData point : metric.getHistogramData().getPoints()) {
                all.add(map(point.getAttributes()).toString());
                point.getExemplars()
                        .forEach(exemplar ->
                                all.add(map(exemplar.getFilteredAttributes()).toString()));
            }
        }
        return all;
    }

    static Map<String, Object> map(Attributes attributes) {
        Map<String, Object> map = new TreeMap<>();
        attributes.forEach((key, value) -> map.put(key.getKey(), value));
        return map;
    }

    @Override
    public void close() {
        sdk.close();
    }

    /** Times alone do not tell which of two spans began first. */
    private final class Begun implements SpanProcessor {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            begun.add(span.getSpanContext().getSpanId());
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {}

        @Override
        public boolean isEndRequired() {
            return false;
        }
    }
}
