package org.telnyx4j.outbox.quiethours;

/**
 * Finds time zones with the tables of Google's libphonenumber ({@code com.googlecode.libphonenumber:geocoder}, an optional
 * dependency that you add yourself). Safe for use by any number of threads.
 *
 * <p>A geographic number gives the zones of its area code, all of them where it spans several; a mobile number of a country
 * without such codes gives all zones of the country. A toll-free, premium, shared-cost or company-wide number, and one that
 * the tables do not know, is unknown.
 *
 * <p>The number is all that is looked at: its owner may have moved and kept it. Where you know better, write a {@link
 * TimeZones} of your own and fall back to this one.
 */
public final class PhoneNumberTimeZones implements TimeZones {
    private final TimeZones tables;

    private PhoneNumberTimeZones(TimeZones tables) {
        this.tables = tables;
    }

    /**
     * Creates it from the tables on the class path.
     *
     * @return the time zones
     * @throws IllegalStateException naming the artifact, if it is not on the class path
     */
    public static PhoneNumberTimeZones create() {
        try {
            return new PhoneNumberTimeZones(new NumberTables());
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "quiet hours by phone number need com.googlecode.libphonenumber:geocoder on the class path, 3.0 or later",
                    e);
        }
    }

    @Override
    public RecipientLocation locate(String recipient) {
        return tables.locate(recipient);
    }
}
