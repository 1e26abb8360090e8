package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.telnyx4j.internal.time.Nanos;

/** Records how long operations and HTTP requests take. Safe for use by any number of threads. No method throws. */
final class DurationMetrics {
    /** In seconds, as the semantic conventions advise for HTTP. */
    private static final List<Double> BOUNDARIES =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private final DoubleHistogram operations;
    private final DoubleHistogram requests;

    DurationMetrics(Meter meter) {
        this.operations =
                histogram(meter, "telnyx.client.operation.duration", "How long operations of the Telnyx client take");
        this.requests = histogram(meter, "http.client.request.duration", "Duration of HTTP client requests.");
    }

    void recordOperation(Duration duration, Attributes attributes, Context context) {
        FailSafe.run(() -> operations.record(seconds(duration), attributes, context));
    }

    void recordRequest(Duration duration, Attributes attributes, Context context) {
        FailSafe.run(() -> requests.record(seconds(duration), attributes, context));
    }

    private static double seconds(Duration duration) {
        return Nanos.of(duration) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static DoubleHistogram histogram(Meter meter, String name, String description) {
        DoubleHistogramBuilder builder =
                meter.histogramBuilder(name).setUnit("s").setDescription(description);
        try {
            builder.setExplicitBucketBoundariesAdvice(BOUNDARIES);
        } catch (LinkageError e) {
            // Before version 1.32 only the SDK's views set them.
        }
        return builder.build();
    }
}
