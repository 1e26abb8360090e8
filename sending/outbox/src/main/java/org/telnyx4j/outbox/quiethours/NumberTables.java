package org.telnyx4j.outbox.quiethours;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The tables of libphonenumber. A class of its own, since it can't be loaded without them. */
final class NumberTables implements TimeZones {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final int NORTH_AMERICA = 1;
    private static final long NUMBERS_OF_EXCHANGE = 10_000;
    private static final long FIRST_EXCHANGE = 200;
    private static final long EXCHANGES_OF_AREA = 1_000;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
    private final Map<Long, Set<ZoneId>> northAmericanAreas = new ConcurrentHashMap<>();

    @Override
    public RecipientLocation locate(String recipient) {
        if (!E164.matcher(recipient).matches()) {
            return RecipientLocation.unknown();
        }
        PhoneNumber number;
        try {
            number = numbers.parse(recipient, null);
        } catch (NumberParseException e) {
            return RecipientLocation.unknown();
        }
        String country = country(number);
        // Such as 001, which stands for numbers of no country.
        return country.matches("[A-Z]{2}")
                ? RecipientLocation.of(country, zonesOf(number))
                : RecipientLocation.unknown();
    }

    private String country(PhoneNumber number) {
        String country = numbers.getRegionCodeForNumber(number);
        return country == null ? numbers.getRegionCodeForCountryCode(number.getCountryCode()) : country;
    }

    private Set<ZoneId> zonesOf(PhoneNumber number) {
        return switch (numbers.getNumberType(number)) {
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, PAGER, UAN, VOICEMAIL, UNKNOWN -> Set.of();
            case FIXED_LINE, FIXED_LINE_OR_MOBILE ->
                number.getCountryCode() == NORTH_AMERICA
                        ? northAmericanAreas.computeIfAbsent(
                                number.getNationalNumber() / (NUMBERS_OF_EXCHANGE * EXCHANGES_OF_AREA),
                                this::zonesOfNorthAmericanArea)
                        : read(zones.getTimeZonesForNumber(number));
            case MOBILE, VOIP, PERSONAL_NUMBER -> read(zones.getTimeZonesForNumber(number));
        };
    }

    /** The table goes by exchanges, the three digits after the area code, beyond which numbers are ported. */
    private Set<ZoneId> zonesOfNorthAmericanArea(long area) {
        Set<ZoneId> found = new LinkedHashSet<>();
        for (long exchange = FIRST_EXCHANGE; exchange < EXCHANGES_OF_AREA; exchange++) {
            PhoneNumber number = new PhoneNumber()
                    .setCountryCode(NORTH_AMERICA)
                    .setNationalNumber((area * EXCHANGES_OF_AREA + exchange) * NUMBERS_OF_EXCHANGE);
            Set<ZoneId> ofExchange = read(zones.getTimeZonesForGeographicalNumber(number));
            if (ofExchange.isEmpty()) {
                return Set.of();
            }
            found.addAll(ofExchange);
        }
        return found;
    }

    private static Set<ZoneId> read(List<String> names) {
        Set<ZoneId> found = new LinkedHashSet<>();
        for (String name : names) {
            try {
                found.add(ZoneId.of(name));
            } catch (DateTimeException e) {
                // Etc/Unknown, or a zone that is newer than this JDK: without it the others would be too few.
                return Set.of();
            }
        }
        return found;
    }
}
