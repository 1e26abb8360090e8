package org.telnyx4j.sandbox.internal.messages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The country of a phone number, by its calling code: the larger countries, and Canada by its area codes. */
public final class CallingCodes {
    private static final Set<String> CANADA = Set.of(
            "204", "226", "236", "249", "250", "257", "263", "289", "306", "343", "354", "365", "367", "368", "382",
            "387", "403", "416", "418", "428", "431", "437", "438", "450", "460", "468", "474", "506", "514", "519",
            "537", "548", "568", "579", "581", "584", "587", "604", "613", "639", "647", "672", "683", "705", "709",
            "742", "753", "778", "780", "782", "807", "819", "825", "867", "873", "879", "902", "905", "942");

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("7", "RU"),
            Map.entry("20", "EG"),
            Map.entry("27", "ZA"),
            Map.entry("30", "GR"),
            Map.entry("31", "NL"),
            Map.entry("32", "BE"),
            Map.entry("33", "FR"),
            Map.entry("34", "ES"),
            Map.entry("36", "HU"),
            Map.entry("39", "IT"),
            Map.entry("40", "RO"),
            Map.entry("41", "CH"),
            Map.entry("43", "AT"),
            Map.entry("44", "GB"),
            Map.entry("45", "DK"),
            Map.entry("46", "SE"),
            Map.entry("47", "NO"),
            Map.entry("48", "PL"),
            Map.entry("49", "DE"),
            Map.entry("52", "MX"),
            Map.entry("54", "AR"),
            Map.entry("55", "BR"),
            Map.entry("56", "CL"),
            Map.entry("57", "CO"),
            Map.entry("60", "MY"),
            Map.entry("61", "AU"),
            Map.entry("62", "ID"),
            Map.entry("63", "PH"),
            Map.entry("64", "NZ"),
            Map.entry("65", "SG"),
            Map.entry("66", "TH"),
            Map.entry("81", "JP"),
            Map.entry("82", "KR"),
            Map.entry("84", "VN"),
            Map.entry("86", "CN"),
            Map.entry("90", "TR"),
            Map.entry("91", "IN"),
            Map.entry("92", "PK"),
            Map.entry("212", "MA"),
            Map.entry("233", "GH"),
            Map.entry("234", "NG"),
            Map.entry("254", "KE"),
            Map.entry("351", "PT"),
            Map.entry("352", "LU"),
            Map.entry("353", "IE"),
            Map.entry("354", "IS"),
            Map.entry("358", "FI"),
            Map.entry("359", "BG"),
            Map.entry("370", "LT"),
            Map.entry("371", "LV"),
            Map.entry("372", "EE"),
            Map.entry("380", "UA"),
            Map.entry("385", "HR"),
            Map.entry("386", "SI"),
            Map.entry("420", "CZ"),
            Map.entry("421", "SK"),
            Map.entry("852", "HK"),
            Map.entry("886", "TW"),
            Map.entry("966", "SA"),
            Map.entry("971", "AE"),
            Map.entry("972", "IL"));

    private CallingCodes() {}

    /** Returns the country in ISO 3166-1 alpha-2, unless the number is none in E.164 or its country isn't known here. */
    public static Optional<String> countryOf(String number) {
        if (!number.matches("\\+[1-9][0-9]{6,14}")) {
            return Optional.empty();
        }
        if (number.startsWith("+1")) {
            return Optional.of(number.length() > 4 && CANADA.contains(number.substring(2, 5)) ? "CA" : "US");
        }
        for (int length = 3; length > 0; length--) {
            String country = BY_CODE.get(number.substring(1, 1 + length));
            if (country != null) {
                return Optional.of(country);
            }
        }
        return Optional.empty();
    }
}
