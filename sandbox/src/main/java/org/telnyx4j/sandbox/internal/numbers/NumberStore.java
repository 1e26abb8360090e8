package org.telnyx4j.sandbox.internal.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.sandbox.SandboxNumber;
import org.telnyx4j.sandbox.SandboxNumbers;

/** The numbers of a sandbox, for sale and owned. Every change happens under one lock. */
public final class NumberStore implements SandboxNumbers {
    /** Ids look like those of the API: decimal numbers of 19 digits. */
    private static final long FIRST_ID = 1_293_384_261_075_731_000L;

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Supplier<Instant> now;
    private final Stock stock = new Stock();
    private final Map<String, OwnedNumber> owned = new LinkedHashMap<>();
    private final Map<String, String> idByNumber = new HashMap<>();
    private final Map<String, Instant> heldUntil = new HashMap<>();
    private final Set<String> needingRequirements = new HashSet<>();
    private long nextId = FIRST_ID;

    public NumberStore(Supplier<Instant> now) {
        this.now = now;
    }

    /** Returns the country of a number as two capital letters. */
    public static String countryOf(String phoneNumber) {
        return Region.of(phoneNumber).country();
    }

    /** Returns {@code local}, {@code toll_free} or {@code mobile}. */
    public static String typeOf(String phoneNumber) {
        if (Region.isTollFree(phoneNumber)) {
            return "toll_free";
        }
        return Region.isMobile(phoneNumber) ? "mobile" : "local";
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
            heldUntil.keySet().removeAll(phoneNumbers);
        }
        return unavailable;
    }

    /**
     * Holds a number for the account until a time.
     *
     * @return why it can't be held, or null if it is
     */
    public synchronized @Nullable String hold(String phoneNumber, Instant until) {
        if (!stock.canBeBought(phoneNumber)) {
            return "The number is not available";
        }
        AvailablePhoneNumber number = stock.find(phoneNumber);
        if (number != null && Boolean.FALSE.equals(number.getReservable())) {
            return "The number can't be reserved";
        }
        if (isHeld(phoneNumber)) {
            return "The number is on hold already";
        }
        heldUntil.put(phoneNumber, until);
        return null;
    }

    /** Holds a number longer, if it is still held. */
    public synchronized boolean holdLonger(String phoneNumber, Instant until) {
        boolean held = isHeld(phoneNumber);
        if (held) {
            heldUntil.put(phoneNumber, until);
        }
        return held;
    }

    synchronized boolean isHeld(String phoneNumber) {
        Instant until = heldUntil.get(phoneNumber);
        return until != null && until.isAfter(now.get());
    }

    /** Returns whether an order for a number waits for what regulation requires. */
    public synchronized boolean needsRequirements(String phoneNumber) {
        return needingRequirements.contains(phoneNumber);
    }

    /** Gives the account a number with the settings that came with its order. */
    public synchronized OwnedNumber own(String phoneNumber, Map<String, @Nullable Object> details) {
        String known = idByNumber.get(phoneNumber);
        if (known != null) {
            return get(known).orElseThrow();
        }
        stock.remove(phoneNumber);
        Instant bought = now.get();
        OwnedNumber number = new OwnedNumber(
                Long.toString(nextId++), phoneNumber, bought, bought, Map.copyOf(withoutNulls(details)), Map.of());
        owned.put(number.id(), number);
        idByNumber.put(phoneNumber, number.id());
        return number;
    }

    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> details) {
        Map<String, Object> there = new LinkedHashMap<>();
        details.forEach((name, value) -> {
            if (value != null) {
                there.put(name, value);
            }
        });
        return there;
    }

    /** Returns all numbers of the account, oldest first, in a list that the caller may change. */
    public synchronized List<OwnedNumber> snapshot() {
        return new ArrayList<>(owned.values());
    }

    /** Returns the number of the account with this id, or with this phone number in E.164. */
    public synchronized Optional<OwnedNumber> get(String idOrNumber) {
        String id = idByNumber.getOrDefault(idOrNumber, idOrNumber);
        return Optional.ofNullable(owned.get(id));
    }

    /** Returns the number of the account with this phone number in E.164. */
    public synchronized Optional<OwnedNumber> byPhoneNumber(String phoneNumber) {
        return Optional.ofNullable(idByNumber.get(phoneNumber)).map(owned::get);
    }

    Optional<OwnedNumber> changeDetails(String idOrNumber, Map<String, @Nullable Object> changes) {
        return change(idOrNumber, (number, time) -> number.withDetails(changes, time));
    }

    Optional<OwnedNumber> changeVoice(String idOrNumber, Map<String, @Nullable Object> changes) {
        return change(idOrNumber, (number, time) -> number.withVoice(changes, time));
    }

    private synchronized Optional<OwnedNumber> change(
            String idOrNumber, BiFunction<OwnedNumber, Instant, OwnedNumber> step) {
        return get(idOrNumber).map(number -> {
            OwnedNumber next = step.apply(number, now.get());
            owned.put(number.id(), next);
            return next;
        });
    }

    synchronized Optional<OwnedNumber> delete(String idOrNumber) {
        Optional<OwnedNumber> number = get(idOrNumber);
        number.ifPresent(found -> {
            owned.remove(found.id());
            idByNumber.remove(found.phoneNumber());
        });
        return number;
    }

    /** Takes every number out of a messaging profile that is no more. */
    public synchronized void unassignAll(String profileId) {
        for (OwnedNumber number : snapshot()) {
            if (number.messagingProfileId().filter(profileId::equals).isPresent()) {
                changeDetails(number.id(), Map.of("messaging_profile_id", ""));
            }
        }
    }

    /** Returns the numbers for sale in the order in which a search finds them. */
    synchronized List<AvailablePhoneNumber> forSale() {
        return stock.all();
    }

    public synchronized void clear() {
        owned.clear();
        idByNumber.clear();
        heldUntil.clear();
        needingRequirements.clear();
        stock.refill();
    }

    @Override
    public synchronized List<String> available() {
        return stock.all().stream()
                .map(number -> Objects.requireNonNull(number.getPhoneNumber()))
                .toList();
    }

    @Override
    public void addAvailable(String phoneNumber) {
        addAvailable(Stock.usual(checked(phoneNumber)));
    }

    @Override
    public synchronized void addAvailable(AvailablePhoneNumber number) {
        String phoneNumber = forSale(Objects.requireNonNullElse(number.getPhoneNumber(), ""));
        AvailablePhoneNumber.Builder complete = number.toBuilder();
        if (number.getRecordType() == null) {
            complete.recordType(AvailablePhoneNumber.RecordType.AVAILABLE_PHONE_NUMBER);
        }
        if (number.getRegionInformation() == null) {
            complete.regionInformation(Stock.usual(phoneNumber).getRegionInformation());
        }
        stock.add(complete.build());
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
    public synchronized void requireRegulatoryInformation(String phoneNumber) {
        needingRequirements.add(checked(phoneNumber));
    }

    @Override
    public SandboxNumber own(String phoneNumber) {
        return own(checked(phoneNumber), Map.of());
    }

    @Override
    public SandboxNumber own(String phoneNumber, String messagingProfileId) {
        OwnedNumber number = own(checked(phoneNumber), Map.of());
        return changeDetails(number.id(), Map.of("messaging_profile_id", messagingProfileId))
                .orElseThrow();
    }

    @Override
    public SandboxNumber connect(String phoneNumber, String connectionId) {
        return byPhoneNumber(phoneNumber)
                .flatMap(number -> changeDetails(number.id(), Map.of("connection_id", connectionId)))
                .orElseThrow(() -> new IllegalArgumentException("The account doesn't have this number"));
    }

    @Override
    public synchronized List<SandboxNumber> owned() {
        return List.copyOf(owned.values());
    }

    @Override
    public synchronized Optional<SandboxNumber> find(String id) {
        return Optional.ofNullable(owned.get(id));
    }

    @Override
    public Optional<SandboxNumber> findByNumber(String phoneNumber) {
        return byPhoneNumber(phoneNumber).map(number -> number);
    }

    private String forSale(String phoneNumber) {
        if (idByNumber.containsKey(checked(phoneNumber))) {
            throw new IllegalArgumentException("phoneNumber is the account's own, so it can't be for sale");
        }
        return phoneNumber;
    }

    private static String checked(String phoneNumber) {
        if (!E164.matcher(phoneNumber).matches()) {
            throw new IllegalArgumentException("phoneNumber must be in +E.164 format");
        }
        return phoneNumber;
    }
}
