package org.telnyx4j.sandbox.internal.reservations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CreateNumberReservationRequest;
import org.telnyx4j.generated.model.NumberReservation;
import org.telnyx4j.generated.model.NumberReservationStatus;
import org.telnyx4j.generated.model.ReservedPhoneNumber;
import org.telnyx4j.sandbox.internal.api.Models;
import org.telnyx4j.sandbox.internal.numbers.NumberStore;
import org.telnyx4j.sandbox.internal.time.Timeline;

/** The reservations of a sandbox. Numbers are held for 30 minutes, and for another 30 from each extension. */
public final class ReservationStore {
    private static final Duration HOLD = Duration.ofMinutes(30);

    private final Timeline timeline;
    private final NumberStore numbers;
    private final Duration delay;
    private final Map<String, NumberReservation> reservations = new LinkedHashMap<>();

    /**
     * Takes what is reserved.
     *
     * @param delay how long a reservation is pending
     */
    public ReservationStore(Timeline timeline, NumberStore numbers, Duration delay) {
        this.timeline = timeline;
        this.numbers = numbers;
        this.delay = delay;
    }

    synchronized NumberReservation add(CreateNumberReservationRequest request) {
        Instant now = timeline.now();
        List<ReservedPhoneNumber> reserved = new ArrayList<>();
        for (ReservedPhoneNumber number :
                Optional.ofNullable(request.getPhoneNumbers()).orElse(List.of())) {
            reserved.add(held(number.getPhoneNumber(), now));
        }
        NumberReservation reservation = keep(NumberReservation.builder()
                .recordType("number_reservation")
                .id(UUID.randomUUID().toString())
                .customerReference(request.getCustomerReference())
                .phoneNumbers(reserved)
                .status(NumberReservationStatus.PENDING)
                .createdAt(Models.time(now))
                .updatedAt(Models.time(now))
                .build());
        timeline.after(delay, () -> settle(String.valueOf(reservation.getId())));
        return reservation;
    }

    private ReservedPhoneNumber held(@Nullable String phoneNumber, Instant now) {
        String problem = phoneNumber == null ? "phone_number is missing" : numbers.hold(phoneNumber, now.plus(HOLD));
        return ReservedPhoneNumber.builder()
                .recordType("reserved_phone_number")
                .id(UUID.randomUUID().toString())
                .phoneNumber(phoneNumber)
                .status(problem == null ? NumberReservationStatus.PENDING : NumberReservationStatus.FAILURE)
                .errors(problem)
                .expiredAt(problem == null ? Models.time(now.plus(HOLD)) : null)
                .createdAt(Models.time(now))
                .updatedAt(Models.time(now))
                .build();
    }

    /** Of several numbers each is reserved or not; the reservation is a success if all of them are. */
    private synchronized void settle(String id) {
        NumberReservation reservation = reservations.get(id);
        if (reservation == null) {
            return;
        }
        Instant now = timeline.now();
        List<ReservedPhoneNumber> settled =
                Optional.ofNullable(reservation.getPhoneNumbers()).orElse(List.of()).stream()
                        .map(number -> NumberReservationStatus.FAILURE.equals(number.getStatus())
                                ? number
                                : number.toBuilder()
                                        .status(NumberReservationStatus.SUCCESS)
                                        .updatedAt(Models.time(now))
                                        .build())
                        .toList();
        boolean failed =
                settled.stream().anyMatch(number -> NumberReservationStatus.FAILURE.equals(number.getStatus()));
        keep(reservation.toBuilder()
                .phoneNumbers(settled)
                .status(failed ? NumberReservationStatus.FAILURE : NumberReservationStatus.SUCCESS)
                .updatedAt(Models.time(now))
                .build());
    }

    synchronized Optional<NumberReservation> get(String id) {
        return Optional.ofNullable(reservations.get(id));
    }

    /** Holds those numbers longer that are still held. */
    synchronized Optional<NumberReservation> extend(String id) {
        return get(id).map(reservation -> {
            Instant until = timeline.now().plus(HOLD);
            List<ReservedPhoneNumber> extended =
                    Optional.ofNullable(reservation.getPhoneNumbers()).orElse(List.of()).stream()
                            .map(number -> number.getPhoneNumber() != null
                                            && numbers.holdLonger(number.getPhoneNumber(), until)
                                    ? number.toBuilder()
                                            .expiredAt(Models.time(until))
                                            .build()
                                    : number)
                            .toList();
            return keep(reservation.toBuilder()
                    .phoneNumbers(extended)
                    .updatedAt(Models.time(timeline.now()))
                    .build());
        });
    }

    synchronized List<NumberReservation> snapshot() {
        return new ArrayList<>(reservations.values());
    }

    public synchronized void clear() {
        reservations.clear();
    }

    private NumberReservation keep(NumberReservation reservation) {
        reservations.put(String.valueOf(reservation.getId()), reservation);
        return reservation;
    }
}
