package org.telnyx4j.pacing;

import java.util.Set;

/** Which numbers of +1 are not of the United States and its territories. */
final class NorthAmerica {
    static final int CODE_START = 2;
    static final int CODE_END = 5;

    /** Area codes of Canada and of the Caribbean states, by the lists of the North American Numbering Plan. */
    private static final Set<String> ELSEWHERE = Set.of(
            // Canada, those that are reserved for it included
            "204",
            "226",
            "236",
            "249",
            "250",
            "257",
            "263",
            "289",
            "306",
            "343",
            "354",
            "365",
            "367",
            "368",
            "382",
            "387",
            "403",
            "416",
            "418",
            "428",
            "431",
            "437",
            "438",
            "450",
            "460",
            "468",
            "474",
            "506",
            "514",
            "519",
            "537",
            "548",
            "568",
            "579",
            "581",
            "584",
            "587",
            "600",
            "604",
            "613",
            "639",
            "647",
            "672",
            "683",
            "705",
            "709",
            "742",
            "753",
            "778",
            "780",
            "782",
            "807",
            "819",
            "825",
            "851",
            "867",
            "873",
            "879",
            "902",
            "905",
            "942",
            // The Caribbean and Bermuda, but for Puerto Rico and the US Virgin Islands
            "242",
            "246",
            "264",
            "268",
            "284",
            "345",
            "441",
            "473",
            "649",
            "658",
            "664",
            "721",
            "758",
            "767",
            "784",
            "809",
            "829",
            "849",
            "868",
            "869",
            "876");

    private NorthAmerica() {}

    /** Returns whether carriers of the United States deliver to this number, so that the rules of 10DLC apply. */
    static boolean isUnitedStates(String number) {
        return number.startsWith("+1")
                && number.length() >= CODE_END
                && !ELSEWHERE.contains(number.substring(CODE_START, CODE_END));
    }
}
