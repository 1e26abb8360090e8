package org.telnyx4j.sandbox.internal.numbers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.telnyx4j.sandbox.SandboxNumber;
import org.telnyx4j.sandbox.SandboxNumbers;
import org.telnyx4j.sandbox.internal.http.Address;
import org.telnyx4j.sandbox.internal.http.Json;

/** The numbers of a sandbox, for sale and owned. Every change happens under one lock. */
public final class NumberStore implements SandboxNumbers {
    /** Ids look like those of the API: decimal numbers of 19 digits. */
    private static final long FIRST_ID = 1_293_384_261_075_731_000L;

    private static final ObjectNode UNCHANGED = Json.object();

    private final Clock clock;
    private final Stock stock = new Stock();
    private final Map<String, OwnedNumber> owned = new LinkedHashMap<>();
    private final Map<String, String> idByNumber = new HashMap<>();
    private long nextId = FIRST_ID;

    public NumberStore(Clock clock) {
        this.clock = clock;
    }

    /** Returns the country of a number as two capital letters. */
    public static String countryOf(String phoneNumber) {
        return Region.of(phoneNumber).country();
    }

    /** Returns {@code local} or {@code toll_free}. */
    public static String typeOf(String phoneNumber) {
        return Region.isTollFree(phoneNumber) ? "toll_free" : "local";
    }

    /**
     * Takes numbers off sale, all of them or none.
     *
     * @return the positions of those that can't be had; empty if all were taken
     */
    public synchronized List<Integer> takeForOrder(List<String> phoneNumbers) {
        List<Integer> unavailable = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < phoneNumbers.size(); i++) {
            if (!stock.canBeBought(phoneNumbers.get(i)) || !seen.add(phoneNumbers.get(i))) {
                unavailable.add(i);
            }
        }
        if (unavailable.isEmpty()) {
            phoneNumbers.forEach(stock::remove);
        }
        return unavailable;
    }

    /** Gives the account a number with the settings that came with its order. */
    public synchronized SandboxNumber own(String phoneNumber, ObjectNode details) {
        String known = idByNumber.get(phoneNumber);
        if (known != null) {
            return get(known).orElseThrow();
        }
        stock.remove(phoneNumber);
        Instant now = clock.instant();
        OwnedNumber number =
                new OwnedNumber(Long.toString(nextId++), phoneNumber, now, now, details.deepCopy(), UNCHANGED);
        owned.put(number.id(), number);
        idByNumber.put(phoneNumber, number.id());
        return number;
    }

    /** Returns all numbers of the account, oldest first, in a list that the caller may change. */
    public synchronized List<OwnedNumber> snapshot() {
        return new ArrayList<>(owned.values());
    }

    synchronized Optional<OwnedNumber> get(String id) {
        return Optional.ofNullable(owned.get(id));
    }

    Optional<OwnedNumber> changeDetails(String id, ObjectNode changes) {
        return change(id, (number, now) -> number.withDetails(changes, now));
    }

    Optional<OwnedNumber> changeVoice(String id, ObjectNode changes) {
        return change(id, (number, now) -> number.withVoice(changes, now));
    }

    private synchronized Optional<OwnedNumber> change(String id, BiFunction<OwnedNumber, Instant, OwnedNumber> step) {
        return get(id).map(number -> {
            OwnedNumber next = step.apply(number, clock.instant());
            owned.put(id, next);
            return next;
        });
    }

    synchronized Optional<OwnedNumber> delete(String id) {
        OwnedNumber number = owned.remove(id);
        if (number != null) {
            idByNumber.remove(number.phoneNumber());
        }
        return Optional.ofNullable(number);
    }

    /** Takes every number out of a messaging profile that is no more. */
    public synchronized void unassignAll(String profileId) {
        ObjectNode none = Json.object().putNull("messaging_profile_id");
        for (OwnedNumber number : snapshot()) {
            if (number.messagingProfileId().filter(profileId::equals).isPresent()) {
                changeDetails(number.id(), none);
            }
        }
    }

    public synchronized void clear() {
        owned.clear();
        idByNumber.clear();
        stock.refill();
    }

    @Override
    public synchronized List<String> available() {
        return List.copyOf(stock.all());
    }

    @Override
    public synchronized void addAvailable(String phoneNumber) {
        stock.add(forSale(phoneNumber));
    }

    @Override
    public synchronized void clearAvailable() {
        stock.clear();
    }

    @Override
    public synchronized void loseToAnotherBuyer(String phoneNumber) {
        stock.lose(forSale(phoneNumber));
    }

    @Override
    public SandboxNumber addOwned(String phoneNumber) {
        return own(checked(phoneNumber), UNCHANGED);
    }

    @Override
    public synchronized List<SandboxNumber> owned() {
        return List.copyOf(owned.values());
    }

    @Override
    public Optional<SandboxNumber> find(String id) {
        return get(id).map(number -> number);
    }

    @Override
    public synchronized Optional<SandboxNumber> findByNumber(String phoneNumber) {
        return Optional.ofNullable(idByNumber.get(phoneNumber)).flatMap(this::find);
    }

    private String forSale(String phoneNumber) {
        if (idByNumber.containsKey(checked(phoneNumber))) {
            throw new IllegalArgumentException("phoneNumber is the account's own, so it can't be for sale");
        }
        return phoneNumber;
    }

    private static String checked(String phoneNumber) {
        if (!Address.isE164(phoneNumber)) {
            throw new IllegalArgumentException("phoneNumber must be in +E.164 format");
        }
        return phoneNumber;
    }
}
