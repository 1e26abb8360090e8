package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A span that has started, current on the thread that started it until it ends. No method throws. */
final class OpenSpan {
    private final Span span;
    private Context context;
    private Scope scope = Scope.noop();

    OpenSpan(Span span, Context parent) {
        this.span = span;
        this.context = parent;
    }

    /** Makes it current on this thread. */
    void enter() {
        FailSafe.run(() -> context = context.with(span));
        scope = FailSafe.get(context::makeCurrent, Scope.noop());
    }

    Context context() {
        return context;
    }

    /**
     * Ends it. A failure is reported by attributes alone: neither a message nor a stack trace is exported, however
     * harmless, so that all that is exported is an id, a number or one of our words.
     *
     * @param attributes what became known
     * @param failed whether it failed
     */
    void end(Attributes attributes, boolean failed) {
        FailSafe.run(scope::close);
        FailSafe.run(() -> span.setAllAttributes(attributes));
        if (failed) {
            FailSafe.run(() -> span.setStatus(StatusCode.ERROR));
        }
        FailSafe.run(span::end);
    }
}
