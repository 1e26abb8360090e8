package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An OpenTelemetry SDK that keeps what it is given. */
final class Recorder implements AutoCloseable {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
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

    static Map<String, Object> map(Attributes attributes) {
        Map<String, Object> map = new TreeMap<>();
        attributes.forEach((key, value) -> map.put(key.getKey(), value));
        return map;
    }

    @Override
    public void close() {
        sdk.close();
    }
}
