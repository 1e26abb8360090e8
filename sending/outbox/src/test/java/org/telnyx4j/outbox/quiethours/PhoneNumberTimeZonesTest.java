package org.telnyx4j.outbox.quiethours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTimeZonesTest {
    private final PhoneNumberTimeZones timeZones = PhoneNumberTimeZones.create();

    @ParameterizedTest
    @CsvSource({
        "+12125550123, US, America/New_York",
        "+14165550123, CA, America/Toronto",
        "+18085550123, US, Pacific/Honolulu",
        "+16715550123, GU, Pacific/Guam",
        "+498912345678, DE, Europe/Berlin",
        "+4915112345678, DE, Europe/Berlin",
        "+919876543210, IN, Asia/Calcutta",
        "+9779812345678, NP, Asia/Katmandu",
        "+442071234567, GB, Europe/London",
    })
    void aNumberGivesItsCountryAndItsZone(String number, String country, String zone) {
        assertThat(timeZones.locate(number)).isEqualTo(RecipientLocation.of(country, Set.of(ZoneId.of(zone))));
    }

    @Test
    void anAreaCodeThatSpansZonesGivesAllOfThem() {
        assertThat(timeZones.locate("+18505550123").zones())
                .containsExactlyInAnyOrder(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"));
        assertThat(timeZones.locate("+17095550123").zones())
                .as("Newfoundland and Labrador")
                .contains(ZoneId.of("America/St_Johns"), ZoneId.of("America/Halifax"));
    }

    @Test
    void aMobileNumberOfACountryWithoutAreaCodesForThemGivesAllZonesOfTheCountry() {
        assertThat(timeZones.locate("+79161234567").zones())
                .hasSizeGreaterThan(5)
                .contains(ZoneId.of("Europe/Moscow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+18005550123", "+18885550123", "+19005550123", "+448001111111"})
    void aTollFreeOrPremiumNumberHasACountryAndNoZone(String number) {
        RecipientLocation location = timeZones.locate(number);

        assertThat(location.country()).isPresent();
        assertThat(location.zones()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+80012345678", "12125550123", "+0", "+9991234567", "", "sip:a@b", "+1 212 555 0123"})
    void whatIsNoNumberOfACountryIsUnknown(String number) {
        assertThat(timeZones.locate(number)).isEqualTo(RecipientLocation.unknown());
    }

    @Test
    void anAreaCodeThatNobodyHasIsInItsCountryAndInNoZone() {
        assertThat(timeZones.locate("+19995550123").zones()).isEmpty();
    }

    @Test
    void withoutTheLibraryQuietHoursWorkWithOtherZonesAndTheErrorNamesTheArtifact() throws Exception {
        try (URLClassLoader without = withoutLibrary()) {
            Class<?> hours = without.loadClass(QuietHoursWithOwnZones.class.getName());
            assertThat(hours.getMethod("isAllowedAtNoon").invoke(null)).isEqualTo(true);

            Class<?> zones = without.loadClass(PhoneNumberTimeZones.class.getName());
            assertThatThrownBy(() -> zones.getMethod("create").invoke(null))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("com.googlecode.libphonenumber:geocoder");
        }
    }

    private static URLClassLoader withoutLibrary() {
        URL[] own = {
            LocalQuietHours.class.getProtectionDomain().getCodeSource().getLocation(),
            QuietHoursWithOwnZones.class.getProtectionDomain().getCodeSource().getLocation()
        };
        return new URLClassLoader(own, ClassLoader.getPlatformClassLoader());
    }

    /** Runs in a class loader that has no libphonenumber. */
    public static final class QuietHoursWithOwnZones {
        private QuietHoursWithOwnZones() {}

        public static boolean isAllowedAtNoon() {
            LocalQuietHours hours = LocalQuietHours.builder(
                            number -> RecipientLocation.of("GB", Set.of(ZoneId.of("Europe/London"))))
                    .build();
            Instant noon = Instant.parse("2026-01-15T12:00:00Z");
            return hours.earliest("+442071234567", noon).equals(noon);
        }
    }
}
