package org.telnyx4j.internal.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.generated.api.DetailRecordsApi;
import org.telnyx4j.generated.model.DetailRecord;
import org.telnyx4j.generated.model.DetailRecordListResponse;
import org.telnyx4j.generated.model.DetailRecordType;
import org.telnyx4j.generated.model.ListDetailRecordsQuery;
import org.telnyx4j.generated.model.PageMeta;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.exchange.TelnyxClient.Composite;
import org.telnyx4j.messaging.SettledMessage;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.SettlementQuery;

/**
 * Looks through detail records for the messages of one token, the newest first. For one thread.
 *
 * <p>It walks the pages itself, since a list to which messages are added while it is read shifts: a record can come
 * twice, and a page can be wholly one that was read before.
 */
final class SettlementSearch {
    static final String NAME = "messages.settle";

    private static final int PAGE_SIZE = 50;
    private static final int MOST_PAGES_WITHOUT_NEWS = 10;
    private static final Duration BEFORE_TOKEN = Duration.ofHours(1);
    private static final Duration WITHOUT_TIME = Duration.ofDays(2);
    private static final Duration AFTER = Duration.ofDays(1);

    private final CorrelationToken token;
    private final Composite run;
    private final ListDetailRecordsQuery query;
    private final Instant since;
    private final Set<Object> read = new HashSet<>();
    private final List<SettledMessage> found = new ArrayList<>();
    private Instant oldest = Instant.MAX;
    private boolean isDescending = true;
    private int pagesWithoutNews;

    private SettlementSearch(CorrelationToken token, Composite run, ListDetailRecordsQuery query, Instant since) {
        this.token = token;
        this.run = run;
        this.query = query;
        this.since = since;
    }

    static Settlement settle(
            TelnyxClient client, CorrelationToken token, SettlementQuery where, RequestOptions options) {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(where, "query");
        return client.operation(NAME, options, run -> {
            Instant now = client.errors().now();
            Instant sent = token.createdAt().orElse(now);
            Duration before = token.createdAt().isPresent() ? BEFORE_TOKEN : WITHOUT_TIME;
            Instant since = where.since().orElse(sent.minus(before));
            Instant until = where.until().orElse((where.since().isPresent() ? since : sent).plus(AFTER));
            if (until.isBefore(since)) {
                throw client.errors().localCheck(NAME, "until", "must not be before since, was before the token");
            }
            SettlementSearch search = new SettlementSearch(token, run, query(where, since, until), since);
            boolean complete = search.readAll();
            if (!search.found.isEmpty()) {
                return Settlement.carriedOut(token, search.found, complete);
            }
            return complete && !now.isBefore(until) ? Settlement.notSeen(token) : Settlement.stillOpen(token);
        });
    }

    /**
     * Only filters and forms that Telnyx's document shows for records of messages. It shows days for {@code created_at},
     * and digits for {@code cld}.
     */
    private static ListDetailRecordsQuery query(SettlementQuery where, Instant since, Instant until) {
        ListDetailRecordsQuery.Builder query = ListDetailRecordsQuery.builder()
                .recordType(DetailRecordType.MESSAGING)
                .addSort("-created_at")
                .pageSize(PAGE_SIZE)
                .putAdditionalProperty("filter[direction]", "outbound")
                .putAdditionalProperty("filter[created_at][gte]", day(since).toString())
                .putAdditionalProperty(
                        "filter[created_at][lt]", day(until).plusDays(1).toString());
        String recipient = where.recipient().orElse(null);
        if (recipient != null) {
            query.putAdditionalProperty("filter[cld][contains]", recipient.replace("+", ""));
        }
        return query.build();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Returns whether all records of the time were read. */
    private boolean readAll() {
        for (int number = 1; ; number++) {
            if (number > 1 && run.watch().isUp()) {
                return false;
            }
            DetailRecordListResponse page;
            try {
                page = fetch(number);
            } catch (TelnyxException e) {
                // What was found stays true, and a search that ran out of time is no failure.
                if (found.isEmpty() && (number == 1 || !isDeadline(e))) {
                    throw e;
                }
                return false;
            }
            List<DetailRecord> records = records(page);
            records.forEach(this::look);
            if (isLast(page.getMeta(), number, records) || isBeforeTime()) {
                return true;
            }
            if (records.isEmpty() || pagesWithoutNews >= MOST_PAGES_WITHOUT_NEWS) {
                return false;
            }
        }
    }

    private DetailRecordListResponse fetch(int number) {
        TelnyxClient client = run.client().named(NAME);
        ApiResponse<DetailRecordListResponse> response = new DetailRecordsApi(client)
                .listDetailRecordsWithHttpInfo(
                        query.toBuilder().pageNumber(number).build(), RequestOptions.none());
        client.data(response, response.data().getData());
        return response.data();
    }

    private List<DetailRecord> records(DetailRecordListResponse page) {
        List<DetailRecord> data = page.getData();
        List<DetailRecord> records = data == null
                ? List.of()
                : data.stream().filter(Objects::nonNull).toList();
        long news = records.stream().filter(record -> read.add(key(record))).count();
        pagesWithoutNews = news > 0 ? 0 : pagesWithoutNews + 1;
        return records;
    }

    private static Object key(DetailRecord record) {
        return record.getUuid() == null ? record : List.of(record.getUuid(), String.valueOf(record.getCld()));
    }

    private void look(DetailRecord record) {
        OffsetDateTime createdAt = record.getCreatedAt();
        if (createdAt == null || createdAt.toInstant().isAfter(oldest)) {
            isDescending = false;
        } else {
            oldest = createdAt.toInstant();
        }
        boolean isOurs = Stream.of(record.getDeliveryStatusWebhookUrl(), record.getDeliveryStatusFailoverUrl())
                .filter(Objects::nonNull)
                .map(CorrelationToken::inUrl)
                .anyMatch(Optional.of(token)::equals);
        if (isOurs && !DetailRecord.Direction.INBOUND.equals(record.getDirection())) {
            found.add(SettledMessage.ofDetailRecord(record.getUuid(), record.getCld(), record.getStatus()));
        }
    }

    /** A server that ignores the filter would have this read all records that there are. */
    private boolean isBeforeTime() {
        return isDescending && oldest.isBefore(since);
    }

    private static boolean isLast(@Nullable PageMeta meta, int number, List<DetailRecord> records) {
        Integer total = meta == null ? null : meta.getTotalPages();
        // No pages at all, on a page with records, is a server that does not count.
        if (total == null || (total < 1 && !records.isEmpty())) {
            return records.size() < PAGE_SIZE;
        }
        return number >= total;
    }

    private static boolean isDeadline(TelnyxException e) {
        return e instanceof TelnyxNetworkException network && network.failure() == NetworkFailure.DEADLINE;
    }
}
