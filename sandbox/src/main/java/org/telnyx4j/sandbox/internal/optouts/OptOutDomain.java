package org.telnyx4j.sandbox.internal.optouts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.MessagingOptOutsApi;
import org.telnyx4j.generated.model.ListMessagingOptOutsQuery;
import org.telnyx4j.generated.model.MessagingOptOut;
import org.telnyx4j.generated.model.MessagingOptOutListResponse;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;

/** The list of opt-outs. */
public final class OptOutDomain implements Domain {
    private final OptOutStore store;

    public OptOutDomain(OptOutStore store) {
        this.store = store;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(MessagingOptOutsApi.LIST_MESSAGING_OPT_OUTS, this::list);
    }

    private ApiReply list(ApiCall call) {
        ListMessagingOptOutsQuery query = (ListMessagingOptOutsQuery) call.query();
        boolean redacted = "true".equals(query.getRedactionEnabled());
        List<MessagingOptOut> found = store.entries().stream()
                .filter(entry -> matches(entry, query))
                .map(entry -> redacted ? redacted(entry) : entry)
                .toList();
        Pages.Page<MessagingOptOut> page = Pages.of(query, found);
        return ApiReply.ok(MessagingOptOutListResponse.builder()
                .data(page.items())
                .meta(page.meta())
                .build());
    }

    private static boolean matches(MessagingOptOut entry, ListMessagingOptOutsQuery query) {
        OffsetDateTime createdAt = Objects.requireNonNull(entry.getCreatedAt(), "createdAt");
        OffsetDateTime from = query.getCreatedAtGte();
        OffsetDateTime until = query.getCreatedAtLte();
        return (from == null || !createdAt.isBefore(from))
                && (until == null || !createdAt.isAfter(until))
                && agrees(query.getFrom(), entry.getFrom())
                && agrees(query.getMessagingProfileId(), entry.getMessagingProfileId());
    }

    private static boolean agrees(@Nullable String asked, @Nullable String value) {
        return asked == null || asked.equals(value);
    }

    private static MessagingOptOut redacted(MessagingOptOut entry) {
        String number = Objects.requireNonNull(entry.getTo(), "to");
        int shown = Math.min(number.length(), 5);
        return entry.toBuilder()
                .to(number.substring(0, shown) + "*".repeat(number.length() - shown))
                .build();
    }
}
