package org.telnyx4j.examples;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects spans, and writes them as a tree with their durations. */
final class SpanTree implements SpanExporter {
    private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

    /** Returns a tracer provider whose spans come here. */
    SdkTracerProvider tracerProvider() {
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(this))
                .build();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        spans.addAll(ended);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    /** Returns a line for each span, those that began first before the others, a child below its parent. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        spans.stream()
                .filter(span -> !span.getParentSpanContext().isValid())
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .forEach(root -> addTo(lines, root, 0));
        return lines;
    }

    private void addTo(List<String> lines, SpanData span, int depth) {
        double millis = (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6;
        String name = "  ".repeat(depth) + (depth == 0 ? "" : "└ ") + span.getName();
        lines.add(String.format(Locale.ROOT, "%-58s %8.1f ms", name, millis));
        spans.stream()
                .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .forEach(child -> addTo(lines, child, depth + 1));
    }
}
