package org.telnyx4j.sandbox.internal.numbers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers for sale. Not safe for concurrent use: {@link NumberStore} guards it. */
final class Stock {
    private static final List<String> AREA_CODES = List.of("416", "212", "415", "833");
    private static final int NUMBERS_OF_EACH = 10;

    private final Set<String> added = new LinkedHashSet<>();
    private final Set<String> own = new LinkedHashSet<>();
    private final Set<String> lost = new HashSet<>();

    Stock() {
        refill();
    }

    /** Goes back to the numbers that a new sandbox has: 555-0110 to 555-0119, which are fictional in any area code. */
    void refill() {
        clear();
        for (String areaCode : AREA_CODES) {
            for (int i = 0; i < NUMBERS_OF_EACH; i++) {
                own.add("+1" + areaCode + "55501" + (10 + i));
            }
        }
    }

    void clear() {
        added.clear();
        own.clear();
        lost.clear();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(added);
        all.addAll(own);
        return all;
    }

    void add(String phoneNumber) {
        own.remove(phoneNumber);
        lost.remove(phoneNumber);
        added.add(phoneNumber);
    }

    void lose(String phoneNumber) {
        if (!isListed(phoneNumber)) {
            add(phoneNumber);
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
        return isListed(phoneNumber);
    }

    private boolean isListed(String phoneNumber) {
        return added.contains(phoneNumber) || own.contains(phoneNumber);
    }

    static List<String> featuresOf(String phoneNumber) {
        return Region.isTollFree(phoneNumber)
                ? List.of("sms", "mms", "voice")
                : List.of("sms", "mms", "voice", "emergency", "hd_voice", "local_calling");
    }
}
