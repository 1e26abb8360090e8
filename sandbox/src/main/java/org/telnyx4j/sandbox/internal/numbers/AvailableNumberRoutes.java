package org.telnyx4j.sandbox.internal.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.PhoneNumberSearchApi;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.AvailablePhoneNumberListResponse;
import org.telnyx4j.generated.model.AvailablePhoneNumbersMeta;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.PhoneNumberFeature;
import org.telnyx4j.generated.model.PhoneNumberRegion;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.Routes;

/**
 * The search for numbers to buy. With {@code filter[best_effort]}, numbers of another place follow those that were asked
 * for, as the API does it where there are not enough of these.
 */
public final class AvailableNumberRoutes implements Domain {
    private static final int DEFAULT_LIMIT = 100;

    private final NumberStore store;

    public AvailableNumberRoutes(NumberStore store) {
        this.store = store;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(PhoneNumberSearchApi.LIST_AVAILABLE_PHONE_NUMBERS, this::search);
    }

    private ApiReply search(ApiCall call) {
        ListAvailablePhoneNumbersQuery query = call.query(ListAvailablePhoneNumbersQuery.TYPE);
        int limit = Objects.requireNonNullElse(query.getLimit(), DEFAULT_LIMIT);
        List<Candidate> suitable = store.forSale().stream()
                .map(number -> Candidate.of(number, query.getNationalDestinationCode()))
                .filter(candidate -> isSuitable(candidate, query))
                .toList();
        Predicate<Candidate> there = candidate -> isThere(candidate, query);
        List<AvailablePhoneNumber> found = new ArrayList<>(suitable.stream()
                .filter(there)
                .limit(limit)
                .map(Candidate::number)
                .toList());
        int exact = found.size();
        if (Boolean.TRUE.equals(query.getBestEffort())) {
            suitable.stream()
                    .filter(there.negate())
                    .limit(limit - exact)
                    .map(candidate ->
                            candidate.number().toBuilder().bestEffort(true).build())
                    .forEach(found::add);
        }
        AvailablePhoneNumbersMeta meta = AvailablePhoneNumbersMeta.builder()
                .totalResults(found.size())
                .bestEffortResults(found.size() - exact)
                .build();
        // The API has both names for the same figures.
        return ApiReply.ok(AvailablePhoneNumberListResponse.builder()
                .data(found)
                .meta(meta)
                .metadata(meta)
                .build());
    }

    /** Returns whether a number is of the kind that is wanted, wherever it is. */
    private boolean isSuitable(Candidate candidate, ListAvailablePhoneNumbersQuery query) {
        boolean held = Boolean.TRUE.equals(query.getExcludeHeldNumbers()) && store.isHeld(candidate.phoneNumber());
        return !held
                && (query.getCountryCode() == null
                        || candidate.isIn(PhoneNumberRegion.RegionType.COUNTRY_CODE, query.getCountryCode()))
                && (query.getPhoneNumberType() == null
                        || query.getPhoneNumberType().getValue().equals(NumberStore.typeOf(candidate.phoneNumber())))
                && candidate.hasAll(query.getFeatures())
                && isAsWanted(query.getQuickship(), candidate.number().getQuickship())
                && isAsWanted(query.getReservable(), candidate.number().getReservable());
    }

    /** Returns whether a number is in the place, and has the digits, that are wanted. */
    private static boolean isThere(Candidate candidate, ListAvailablePhoneNumbersQuery query) {
        return candidate.isIn(PhoneNumberRegion.RegionType.STATE, query.getAdministrativeArea())
                && candidate.isIn(PhoneNumberRegion.RegionType.LOCATION, query.getLocality())
                && candidate.isIn(PhoneNumberRegion.RegionType.RATE_CENTER, query.getRateCenter())
                && (query.getNationalDestinationCode() == null
                        || candidate.national().startsWith(query.getNationalDestinationCode()))
                && (query.getPhoneNumberStartsWith() == null
                        || candidate.startsWith(digits(query.getPhoneNumberStartsWith())))
                && (query.getPhoneNumberEndsWith() == null
                        || candidate.digits().endsWith(digits(query.getPhoneNumberEndsWith())))
                && (query.getPhoneNumberContains() == null
                        || candidate.digits().contains(digits(query.getPhoneNumberContains())));
    }

    /** A filter that is set to false asks for nothing. */
    private static boolean isAsWanted(@Nullable Boolean wanted, @Nullable Boolean there) {
        return !Boolean.TRUE.equals(wanted) || Boolean.TRUE.equals(there);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /**
     * A number for sale.
     *
     * @param national the number without its country code
     * @param digits what the patterns look at: all digits, or those after the area code if one was asked for
     */
    private record Candidate(AvailablePhoneNumber number, String phoneNumber, String national, String digits) {
        static Candidate of(AvailablePhoneNumber number, @Nullable String areaCode) {
            String phoneNumber = Objects.requireNonNull(number.getPhoneNumber());
            String national = Region.national(phoneNumber);
            boolean beyondAreaCode = areaCode != null && !areaCode.isEmpty() && national.startsWith(areaCode);
            String digits = beyondAreaCode && areaCode != null
                    ? national.substring(areaCode.length())
                    : phoneNumber.substring(1);
            return new Candidate(number, phoneNumber, national, digits);
        }

        /** Returns whether the number begins like this, with its country code or without. */
        boolean startsWith(String start) {
            boolean whole = digits.length() == phoneNumber.length() - 1;
            return digits.startsWith(start) || (whole && national.startsWith(start));
        }

        boolean isIn(PhoneNumberRegion.RegionType type, @Nullable String wanted) {
            return wanted == null
                    || Optional.ofNullable(number.getRegionInformation()).orElse(List.of()).stream()
                            .anyMatch(region -> type.equals(region.getRegionType())
                                    && wanted.equalsIgnoreCase(region.getRegionName()));
        }

        boolean hasAll(@Nullable List<NumberFeature> wanted) {
            List<String> names = Optional.ofNullable(number.getFeatures()).orElse(List.of()).stream()
                    .map(PhoneNumberFeature::getName)
                    .filter(Objects::nonNull)
                    .toList();
            return wanted == null || wanted.stream().allMatch(feature -> names.contains(feature.getValue()));
        }
    }
}
