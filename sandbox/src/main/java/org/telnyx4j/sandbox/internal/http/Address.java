package org.telnyx4j.sandbox.internal.http;

import java.util.regex.Pattern;

/** The shapes of senders and recipients. */
public final class Address {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
    private static final Pattern ALPHANUMERIC = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

    private Address() {}

    public static boolean isE164(String address) {
        return E164.matcher(address).matches();
    }

    public static boolean isShortCode(String address) {
        return SHORT_CODE.matcher(address).matches();
    }

    public static boolean isAlphanumeric(String address) {
        return ALPHANUMERIC.matcher(address).matches();
    }
}
