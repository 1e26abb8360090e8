package org.telnyx4j.sandbox.internal.reservations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.NumberReservationsApi;
import org.telnyx4j.generated.model.CreateNumberReservationRequest;
import org.telnyx4j.generated.model.ListNumberReservationsQuery;
import org.telnyx4j.generated.model.NumberReservation;
import org.telnyx4j.generated.model.NumberReservationListResponse;
import org.telnyx4j.generated.model.NumberReservationResponse;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ListDelay;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;

/** The operations on reservations of numbers. */
public final class ReservationRoutes implements Domain {
    private final ReservationStore store;
    private final ListDelay delay;

    public ReservationRoutes(ReservationStore store, ListDelay delay) {
        this.store = store;
        this.delay = delay;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(NumberReservationsApi.CREATE_NUMBER_RESERVATION, this::create)
                .on(NumberReservationsApi.LIST_NUMBER_RESERVATIONS, this::list)
                .on(NumberReservationsApi.RETRIEVE_NUMBER_RESERVATION, call -> response(store.get(id(call))))
                .on(NumberReservationsApi.EXTEND_NUMBER_RESERVATION, call -> response(store.extend(id(call))));
    }

    private ApiReply create(ApiCall call) {
        return response(Optional.of(store.add(call.body(CreateNumberReservationRequest.TYPE))));
    }

    private ApiReply list(ApiCall call) {
        ListNumberReservationsQuery query = call.query(ListNumberReservationsQuery.TYPE);
        Instant after = time(call, query.getCreatedAtGt(), "filter[created_at][gt]");
        Instant before = time(call, query.getCreatedAtLt(), "filter[created_at][lt]");
        List<NumberReservation> reservations = store.snapshot();
        reservations.removeIf(reservation -> !matches(reservation, query, after, before));
        Collections.reverse(reservations);
        Pages.Page<NumberReservation> page = Pages.of(query, reservations);
        return ApiReply.ok(NumberReservationListResponse.builder()
                .data(page.items())
                .meta(page.meta())
                .build());
    }

    private boolean matches(
            NumberReservation reservation,
            ListNumberReservationsQuery query,
            @Nullable Instant after,
            @Nullable Instant before) {
        Instant createdAt = Objects.requireNonNull(reservation.getCreatedAt()).toInstant();
        return delay.shows(createdAt)
                && (after == null || createdAt.isAfter(after))
                && (before == null || createdAt.isBefore(before))
                && is(reservation.getCustomerReference(), query.getCustomerReference())
                && (query.getStatus() == null || query.getStatus().equals(reservation.getStatus()))
                && (query.getPhoneNumbersPhoneNumber() == null
                        || Optional.ofNullable(reservation.getPhoneNumbers()).orElse(List.of()).stream()
                                .anyMatch(number -> is(number.getPhoneNumber(), query.getPhoneNumbersPhoneNumber())));
    }

    private static boolean is(@Nullable String value, @Nullable String wanted) {
        return wanted == null || wanted.equals(value);
    }

    /** The specification has these times as any string; one that is no time has no effect. */
    private static @Nullable Instant time(ApiCall call, @Nullable String text, String parameter) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            call.ignored(parameter);
            return null;
        }
    }

    private static String id(ApiCall call) {
        return call.pathParameter("number_reservation_id");
    }

    private static ApiReply response(Optional<NumberReservation> reservation) {
        return ApiReply.ok(NumberReservationResponse.builder()
                .data(reservation.orElseThrow(ApiFailure::notFound))
                .build());
    }
}
