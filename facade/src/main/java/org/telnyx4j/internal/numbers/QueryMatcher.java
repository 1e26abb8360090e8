package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.PhoneNumberRegion.RegionType;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.NumberRegion;

/**
 * Checks numbers that a search found against its query. Telnyx ignores a filter that it does not know, and then returns
 * numbers from anywhere: that can be seen before money is spent.
 *
 * <p>A number must have each feature that was asked for. Country, type and place must not contradict the query: not all
 * responses contain them. Near misses differ in area code, digits and place only.
 */
final class QueryMatcher {
    private static final Set<String> TOLL_FREE_CODES = Set.of("800", "833", "844", "855", "866", "877", "888");
    private static final List<String> KEYPAD = List.of("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ");
    /** The key with the first letters. */
    private static final int FIRST_KEY = 2;

    private final ListAvailablePhoneNumbersQuery query;

    QueryMatcher(ListAvailablePhoneNumbersQuery query) {
        this.query = query;
    }

    boolean matches(AvailableNumber number) {
        boolean nearMissesToo = Boolean.TRUE.equals(query.getBestEffort());
        return TextRules.isE164(number.phoneNumber())
                && hasFeatures(number)
                && isOfType(number)
                && isOfCountry(number)
                && isNot(query.getQuickship(), number.raw().getQuickship())
                && isNot(query.getReservable(), number.raw().getReservable())
                && (nearMissesToo || isExact(number));
    }

    private boolean isExact(AvailableNumber number) {
        return !number.isBestEffort()
                && hasDigits(number.phoneNumber())
                && isAt(RegionType.STATE, query.getAdministrativeArea(), number)
                && isAt(RegionType.LOCATION, query.getLocality(), number)
                && isAt(RegionType.RATE_CENTER, query.getRateCenter(), number);
    }

    private boolean hasFeatures(AvailableNumber number) {
        return query.getFeatures() == null || number.features().containsAll(query.getFeatures());
    }

    private boolean isOfType(AvailableNumber number) {
        if (query.getPhoneNumberType() == null) {
            return true;
        }
        String wanted = letters(query.getPhoneNumberType().getValue());
        // The specification does not have this field, but it costs nothing to read it.
        if (number.raw().get("phone_number_type") instanceof String type) {
            return letters(type).equals(wanted);
        }
        String digits = number.phoneNumber();
        boolean tollFree = digits.startsWith("+1") && TOLL_FREE_CODES.contains(digits.substring(2, 5));
        return !digits.startsWith("+1") || tollFree == wanted.equals("TOLLFREE");
    }

    private boolean isOfCountry(AvailableNumber number) {
        String wanted = query.getCountryCode();
        if (wanted == null) {
            return true;
        }
        boolean northAmerican = wanted.equals("US") || wanted.equals("CA");
        return number.region(RegionType.COUNTRY_CODE)
                .map(wanted::equalsIgnoreCase)
                .orElse(!northAmerican || number.phoneNumber().startsWith("+1"));
    }

    private static boolean isNot(@Nullable Boolean wanted, @Nullable Boolean actual) {
        return !Boolean.TRUE.equals(wanted) || !Boolean.FALSE.equals(actual);
    }

    private static boolean isAt(RegionType level, @Nullable String wanted, AvailableNumber number) {
        List<String> names = number.regions().stream()
                .filter(region -> region.type().equals(level))
                .map(NumberRegion::name)
                .map(QueryMatcher::letters)
                .toList();
        return wanted == null || names.isEmpty() || names.contains(letters(wanted));
    }

    /** Spaces, punctuation and case differ between what is asked and what is returned. */
    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Where an area code is given, the parts of the number are those after it. */
    private boolean hasDigits(String phoneNumber) {
        String areaCode = query.getNationalDestinationCode();
        List<String> nationals = nationals(phoneNumber);
        if (areaCode == null) {
            String all = phoneNumber.substring(1);
            return hasParts(phoneNumber, all, Stream.concat(Stream.of(all), nationals.stream()));
        }
        return nationals.stream()
                .filter(national -> national.startsWith(areaCode))
                .anyMatch(national -> {
                    String rest = national.substring(areaCode.length());
                    String start = query.getPhoneNumberStartsWith();
                    boolean whole = start != null && start.length() > areaCode.length();
                    return hasParts(phoneNumber, rest, whole ? Stream.of(rest, national) : Stream.of(rest));
                });
    }

    /** The number without its country code, which has one digit in +1 and one to three elsewhere. */
    private static List<String> nationals(String phoneNumber) {
        int longest = phoneNumber.startsWith("+1") ? 1 : 3;
        return IntStream.rangeClosed(1, longest)
                .mapToObj(length -> phoneNumber.substring(1 + length))
                .toList();
    }

    private boolean hasParts(String phoneNumber, String digits, Stream<String> starts) {
        String start = query.getPhoneNumberStartsWith();
        String end = query.getPhoneNumberEndsWith();
        String part = query.getPhoneNumberContains();
        return (start == null || begins(start, phoneNumber, starts))
                && (end == null || find(regex(end) + "$", phoneNumber))
                && (part == null || (isWhole(part) ? find("^" + regex(part), phoneNumber) : find(regex(part), digits)));
    }

    private static boolean begins(String start, String phoneNumber, Stream<String> starts) {
        String regex = "^" + regex(start);
        return isWhole(start) ? find(regex, phoneNumber) : starts.anyMatch(digits -> find(regex, digits));
    }

    private static boolean isWhole(String part) {
        return part.startsWith("+");
    }

    private static boolean find(String regex, String digits) {
        return Pattern.compile(regex).matcher(digits).find();
    }

    /** Letters stand for the digits that they share a key with. */
    private static String regex(String part) {
        return part.chars()
                .mapToObj(c -> switch (c) {
                    case '+' -> "\\+";
                    case '*' -> "[0-9]*";
                    default -> Character.isDigit(c) ? Character.toString(c) : Integer.toString(key(c));
                })
                .collect(Collectors.joining());
    }

    private static int key(int letter) {
        int upper = Character.toUpperCase(letter);
        return IntStream.range(0, KEYPAD.size())
                .filter(i -> KEYPAD.get(i).indexOf(upper) >= 0)
                .map(i -> i + FIRST_KEY)
                .findFirst()
                .orElse(0);
    }
}
