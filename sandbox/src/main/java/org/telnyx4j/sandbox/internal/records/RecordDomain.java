package org.telnyx4j.sandbox.internal.records;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.DetailRecordsApi;
import org.telnyx4j.generated.model.DetailRecord;
import org.telnyx4j.generated.model.DetailRecordListResponse;
import org.telnyx4j.generated.model.DetailRecordType;
import org.telnyx4j.generated.model.ListDetailRecordsQuery;
import org.telnyx4j.json.OpenEnum;
import org.telnyx4j.sandbox.SandboxDetailRecords;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;
import org.telnyx4j.sandbox.internal.time.Timeline;

/** The search for detail records: by type, by period, and by any field of a record. */
public final class RecordDomain implements Domain, SandboxDetailRecords {
    private static final Pattern FILTER = Pattern.compile("filter\\[([a-z_]+)](?:\\[([a-z]+)])?");
    private static final Pattern LAST_DAYS = Pattern.compile("last_([0-9]{1,3})_days");

    private final Timeline timeline;
    private final Map<String, RecordSource> sources;
    private volatile Duration delay = Duration.ZERO;

    /** Takes where the records of each type come from, by the names of {@link DetailRecordType}. */
    public RecordDomain(Timeline timeline, Map<String, RecordSource> sources) {
        this.timeline = timeline;
        this.sources = Map.copyOf(sources);
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(DetailRecordsApi.LIST_DETAIL_RECORDS, this::list);
    }

    @Override
    public void appearAfter(Duration later) {
        if (later.isNegative()) {
            throw new IllegalArgumentException("the delay must not be negative, was " + later);
        }
        delay = later;
    }

    @Override
    public List<DetailRecord> all() {
        return sources.keySet().stream()
                .sorted()
                .flatMap(type -> visible(type).stream())
                .toList();
    }

    /** Goes back to records that appear at once. */
    public void clear() {
        delay = Duration.ZERO;
    }

    private ApiReply list(ApiCall call) {
        ListDetailRecordsQuery query = (ListDetailRecordsQuery) call.query();
        DetailRecordType type = query.getRecordType();
        boolean isFiltered =
                call.request().queryParameters().keySet().stream().anyMatch(name -> name.startsWith("filter["));
        if (type == null && isFiltered) {
            throw new ApiFailure(ErrorEntry.of(
                            ErrorCode.MISSING_PARAMETER,
                            "The 'filter[record_type]' parameter is required with any other filter.")
                    .atParameter("filter[record_type]"));
        }
        List<DetailRecord> found =
                new ArrayList<>(type == null ? all() : visible(Objects.requireNonNull(type.getValue())));
        ListDetailRecordsQuery.DateRange period = query.getDateRange();
        if (period != null) {
            found.removeIf(record -> !isWithin(record, Objects.requireNonNull(period.getValue())));
        }
        call.request().queryParameters().forEach((name, values) -> filter(found, name, values));
        sort(call, found, query.getSort());
        Pages.Page<DetailRecord> page = Pages.of(query, found);
        return ApiReply.ok(DetailRecordListResponse.builder()
                .data(page.items())
                .meta(page.meta())
                .build());
    }

    private List<DetailRecord> visible(String type) {
        RecordSource source = sources.get(type);
        if (source == null) {
            return List.of();
        }
        OffsetDateTime latest = timeline.now().minus(delay).atOffset(ZoneOffset.UTC);
        return source.records(timeline.now())
                .filter(record -> delay.isZero() || !time(record).isAfter(latest))
                .toList();
    }

    private static OffsetDateTime time(DetailRecord record) {
        OffsetDateTime completed = record.getCompletedAt() == null ? record.getEndedAt() : record.getCompletedAt();
        return completed == null ? OffsetDateTime.MIN : completed;
    }

    private static OffsetDateTime created(DetailRecord record) {
        OffsetDateTime created = record.getCreatedAt() == null ? record.getStartedAt() : record.getCreatedAt();
        return created == null ? time(record) : created;
    }

    private boolean isWithin(DetailRecord record, String period) {
        OffsetDateTime today = timeline.now().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        OffsetDateTime week = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        OffsetDateTime month = today.withDayOfMonth(1);
        Matcher days = LAST_DAYS.matcher(period);
        if (days.matches()) {
            return isBetween(record, today.minusDays(Long.parseLong(days.group(1))), today.plusDays(1));
        }
        return switch (period) {
            case "yesterday" -> isBetween(record, today.minusDays(1), today);
            case "today" -> isBetween(record, today, today.plusDays(1));
            case "tomorrow" -> isBetween(record, today.plusDays(1), today.plusDays(2));
            case "last_week" -> isBetween(record, week.minusWeeks(1), week);
            case "this_week" -> isBetween(record, week, week.plusWeeks(1));
            case "next_week" -> isBetween(record, week.plusWeeks(1), week.plusWeeks(2));
            case "last_month" -> isBetween(record, month.minusMonths(1), month);
            case "this_month" -> isBetween(record, month, month.plusMonths(1));
            case "next_month" -> isBetween(record, month.plusMonths(1), month.plusMonths(2));
            default ->
                throw new ApiFailure(ErrorEntry.of(ErrorCode.INVALID_ENUM_VALUE, "This is no date range.")
                        .atParameter("filter[date_range]"));
        };
    }

    private static boolean isBetween(DetailRecord record, OffsetDateTime from, OffsetDateTime until) {
        return !created(record).isBefore(from) && created(record).isBefore(until);
    }

    private static void filter(List<DetailRecord> found, String name, List<String> values) {
        Matcher filter = FILTER.matcher(name);
        if (!filter.matches()
                || filter.group(1).equals("record_type")
                || filter.group(1).equals("date_range")) {
            return;
        }
        String field = filter.group(1);
        String operator = filter.group(2) == null ? "eq" : filter.group(2);
        if (values.size() != 1 || DetailRecord.TYPE.fields().find(field) == null) {
            throw unreadable(name);
        }
        found.removeIf(record -> !agrees(record.get(field), operator, values.get(0), name));
    }

    private static boolean agrees(@Nullable Object value, String operator, String asked, String name) {
        if (value == null) {
            return false;
        }
        int order = compare(value, asked);
        return switch (operator) {
            case "eq" -> order == 0;
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            case "contains" -> text(value).contains(asked);
            default -> throw unreadable(name);
        };
    }

    private static int compare(Object value, String asked) {
        if (value instanceof OffsetDateTime time) {
            try {
                return time.compareTo(OffsetDateTime.parse(asked));
            } catch (java.time.format.DateTimeParseException e) {
                return text(value).compareTo(asked);
            }
        }
        return text(value).compareTo(asked);
    }

    private static String text(Object value) {
        if (value instanceof OpenEnum<?> known) {
            return String.valueOf(known.getValue());
        }
        return value instanceof Duration time ? Long.toString(time.toSeconds()) : value.toString();
    }

    private static ApiFailure unreadable(String name) {
        return new ApiFailure(ErrorEntry.of(ErrorCode.INVALID_VALUE, "This filter can't be read.")
                .atParameter(name));
    }

    private static void sort(ApiCall call, List<DetailRecord> found, @Nullable List<String> fields) {
        // Newest first, as long as nothing else is asked for.
        List<String> order = fields == null || fields.isEmpty() ? List.of("-created_at") : fields;
        List<String> lastFirst = new ArrayList<>(order);
        Collections.reverse(lastFirst);
        for (String field : lastFirst) {
            boolean descending = field.startsWith("-");
            String name = descending ? field.substring(1) : field;
            if (DetailRecord.TYPE.fields().find(name) == null) {
                call.ignored("sort");
                continue;
            }
            Comparator<DetailRecord> byField = Comparator.comparing(record -> {
                Object value = name.equals("created_at") ? created(record) : record.get(name);
                return value == null ? "" : text(value);
            });
            found.sort(descending ? byField.reversed() : byField);
        }
    }
}
