package org.telnyx4j.sandbox.internal.numbers;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a number belongs, as far as its first digits tell. */
record Region(
        String country,
        @Nullable String state,
        @Nullable String city,
        @Nullable String rateCenter) {

    /** A code of ISO 3166-1 that is never given to a country. */
    private static final Region UNKNOWN = new Region("ZZ", null, null, null);

    private static final Region US = new Region("US", null, null, null);

    private static final Set<String> TOLL_FREE = Set.of("800", "833", "844", "855", "866", "877", "888");

    private static final Map<String, Region> NORTH_AMERICA = Map.ofEntries(
            Map.entry("416", new Region("CA", "ON", "Toronto", "TORONTO")),
            Map.entry("647", new Region("CA", "ON", "Toronto", "TORONTO")),
            Map.entry("514", new Region("CA", "QC", "Montreal", "MONTREAL")),
            Map.entry("604", new Region("CA", "BC", "Vancouver", "VANCOUVER")),
            Map.entry("403", new Region("CA", "AB", "Calgary", "CALGARY")),
            Map.entry("613", new Region("CA", "ON", "Ottawa", "OTTAWA-HULL")),
            Map.entry("212", new Region("US", "NY", "New York", "NWYRCYZN01")),
            Map.entry("646", new Region("US", "NY", "New York", "NWYRCYZN01")),
            Map.entry("415", new Region("US", "CA", "San Francisco", "SNFC CNTRL")),
            Map.entry("213", new Region("US", "CA", "Los Angeles", "LSAN DA 01")),
            Map.entry("312", new Region("US", "IL", "Chicago", "CHICGOZN01")));

    private static final Map<String, Region> ELSEWHERE = Map.of(
            "44", country("GB"),
            "49", country("DE"),
            "33", country("FR"),
            "34", country("ES"),
            "39", country("IT"),
            "31", country("NL"),
            "52", country("MX"),
            "55", country("BR"),
            "61", country("AU"),
            "353", country("IE"));

    private static Region country(String code) {
        return new Region(code, null, null, null);
    }

    static Region of(String phoneNumber) {
        if (phoneNumber.startsWith("+1")) {
            return NORTH_AMERICA.getOrDefault(areaCode(phoneNumber), US);
        }
        for (int length = 2; length <= 3; length++) {
            Region region = ELSEWHERE.get(phoneNumber.substring(1, 1 + length));
            if (region != null) {
                return region;
            }
        }
        return UNKNOWN;
    }

    /** Returns whether it is a mobile number, where the number shows that: in the United Kingdom. */
    static boolean isMobile(String phoneNumber) {
        return phoneNumber.startsWith("+447");
    }

    static boolean isTollFree(String phoneNumber) {
        return phoneNumber.startsWith("+1") && TOLL_FREE.contains(areaCode(phoneNumber));
    }

    /** Returns the number without its plus sign and country code, as far as the sandbox knows the latter. */
    static String national(String phoneNumber) {
        if (phoneNumber.startsWith("+1")) {
            return phoneNumber.substring(2);
        }
        for (int length = 2; length <= 3; length++) {
            if (ELSEWHERE.containsKey(phoneNumber.substring(1, 1 + length))) {
                return phoneNumber.substring(1 + length);
            }
        }
        return phoneNumber.substring(1);
    }

    private static String areaCode(String phoneNumber) {
        return phoneNumber.substring(2, Math.min(5, phoneNumber.length()));
    }
}
