package org.telnyx4j.sandbox.internal.numbers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.PhoneNumberCost;
import org.telnyx4j.generated.model.PhoneNumberFeature;
import org.telnyx4j.generated.model.PhoneNumberRegion;

/** The numbers for sale. Not safe for concurrent use: {@link NumberStore} guards it. */
final class Stock {
    /** Ten of each: 555-0110 to 555-0119, which are fictional in any area code of North America. */
    private static final List<String> NORTH_AMERICA = List.of("+141655501", "+121255501", "+141555501", "+183355501");

    /** London and mobile numbers that the United Kingdom keeps for fiction. */
    private static final List<String> UNITED_KINGDOM = List.of("+4420794601", "+4477009001");

    private final Map<String, AvailablePhoneNumber> added = new LinkedHashMap<>();
    private final Map<String, AvailablePhoneNumber> own = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();

    Stock() {
        refill();
    }

    /** Goes back to the numbers that a new sandbox has. */
    void refill() {
        clear();
        List<String> starts = new ArrayList<>(NORTH_AMERICA);
        starts.addAll(UNITED_KINGDOM);
        for (String start : starts) {
            for (int i = 10; i < 20; i++) {
                AvailablePhoneNumber number = usual(start + i);
                own.put(start + i, number);
            }
        }
    }

    void clear() {
        added.clear();
        own.clear();
        lost.clear();
    }

    List<AvailablePhoneNumber> all() {
        List<AvailablePhoneNumber> all = new ArrayList<>(added.values());
        all.addAll(own.values());
        return all;
    }

    @Nullable
    AvailablePhoneNumber find(String phoneNumber) {
        AvailablePhoneNumber number = added.get(phoneNumber);
        return number == null ? own.get(phoneNumber) : number;
    }

    void add(AvailablePhoneNumber number) {
        String phoneNumber = Objects.requireNonNull(number.getPhoneNumber(), "phone number");
        own.remove(phoneNumber);
        lost.remove(phoneNumber);
        added.put(phoneNumber, number);
    }

    void lose(String phoneNumber) {
        if (find(phoneNumber) == null) {
            add(usual(phoneNumber));
        }
        lost.add(phoneNumber);
    }

    void remove(String phoneNumber) {
        added.remove(phoneNumber);
        own.remove(phoneNumber);
        lost.remove(phoneNumber);
    }

    /** Returns whether the number can be bought; one that somebody else was faster with is gone from here on. */
    boolean canBeBought(String phoneNumber) {
        if (lost.contains(phoneNumber)) {
            remove(phoneNumber);
        }
        return find(phoneNumber) != null;
    }

    /** Returns a number as the stock usually has it. The prices are made up. */
    static AvailablePhoneNumber usual(String phoneNumber) {
        Region region = Region.of(phoneNumber);
        List<PhoneNumberRegion> regions = new ArrayList<>();
        addRegion(regions, PhoneNumberRegion.RegionType.COUNTRY_CODE, region.country());
        addRegion(regions, PhoneNumberRegion.RegionType.STATE, region.state());
        addRegion(regions, PhoneNumberRegion.RegionType.LOCATION, region.city());
        addRegion(regions, PhoneNumberRegion.RegionType.RATE_CENTER, region.rateCenter());
        return AvailablePhoneNumber.builder()
                .recordType(AvailablePhoneNumber.RecordType.AVAILABLE_PHONE_NUMBER)
                .phoneNumber(phoneNumber)
                .vanityFormat("")
                .bestEffort(false)
                .quickship(true)
                .reservable(true)
                .costInformation(PhoneNumberCost.builder()
                        .currency("USD")
                        .monthlyCost(monthlyCost(phoneNumber))
                        .upfrontCost("1.00000")
                        .build())
                .features(features(phoneNumber).stream()
                        .map(name -> PhoneNumberFeature.builder().name(name).build())
                        .toList())
                .regionInformation(regions)
                .build();
    }

    private static void addRegion(
            List<PhoneNumberRegion> regions, PhoneNumberRegion.RegionType type, @Nullable String name) {
        if (name != null) {
            regions.add(PhoneNumberRegion.builder()
                    .regionType(type)
                    .regionName(name)
                    .build());
        }
    }

    private static String monthlyCost(String phoneNumber) {
        return switch (NumberStore.typeOf(phoneNumber)) {
            case "toll_free" -> "2.00000";
            case "mobile" -> "3.00000";
            default -> "1.10000";
        };
    }

    private static List<String> features(String phoneNumber) {
        return switch (NumberStore.typeOf(phoneNumber)) {
            case "toll_free" -> List.of("sms", "mms", "voice");
            case "mobile" -> List.of("sms", "voice");
            default -> List.of("sms", "mms", "voice", "emergency", "hd_voice", "local_calling");
        };
    }
}
