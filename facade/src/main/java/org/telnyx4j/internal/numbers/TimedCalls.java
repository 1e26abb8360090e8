package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.AvailableNumbersCriteria;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.paging.PagedList;

/** The calls that a purchase is made of, all within the time that the whole purchase has. For one thread. */
final class TimedCalls {
    private final NumberCalls calls;
    private final SettingsLayer merged;
    private final RequestOptions options;
    private final Stopwatch watch;

    TimedCalls(View view, Sleeper sleeper, RequestOptions options) {
        this.calls = new NumberCalls(view);
        this.merged = calls.settings(options);
        this.options = options;
        this.watch = new Stopwatch(sleeper, Objects.requireNonNull(merged.timeout(), "the built-in timeout"));
    }

    Stopwatch watch() {
        return watch;
    }

    List<AvailableNumber> search(AvailableNumbersCriteria criteria) {
        return calls.search(Operations.SEARCH, criteria, within(watch.left()), options);
    }

    /** Half of the time is kept back for looking the order up, should its answer not come. */
    NumberOrderResult create(NewNumberOrder order) {
        return calls.create(Operations.BUY, order, within(watch.left().dividedBy(2)), options);
    }

    NumberOrderResult retrieve(String id) {
        return calls.retrieve(Operations.RETRIEVE_ORDER, id, withinALook(), options);
    }

    PagedList<NumberOrderResult> ordersOf(String reference) {
        Map<String, Object> filters = Map.of("filter[customer_reference]", reference);
        return calls.orders(Operations.LIST_ORDERS, filters, this::withinALook, options);
    }

    private SettingsLayer withinALook() {
        return within(watch.forOneLook());
    }

    private SettingsLayer within(Duration time) {
        return SettingsLayer.within(time, merged);
    }
}
