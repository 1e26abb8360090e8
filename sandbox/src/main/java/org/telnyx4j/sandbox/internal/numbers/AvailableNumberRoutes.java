package org.telnyx4j.sandbox.internal.numbers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.ApiRequest;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.Filters;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Route;
import org.telnyx4j.sandbox.internal.http.Routes;

/**
 * The search for numbers to buy. The filters on best effort, holds, quick shipping and reserving change nothing:
 * every number of the stock is an exact match, held by nobody, active at once, and reservable.
 */
public final class AvailableNumberRoutes implements Routes {
    private static final String AREA_CODE = "filter[national_destination_code]";
    private static final String FEATURES = "filter[features]";
    private static final int DEFAULT_LIMIT = 100;

    private static final Filters<Candidate> FILTERS = new Filters<Candidate>()
            .on(AREA_CODE, (candidate, code) -> candidate.national.startsWith(code))
            .on("filter[country_code]", (candidate, code) -> code.equals(candidate.region.country()))
            .on("filter[administrative_area]", (candidate, area) -> same(candidate.region.state(), area))
            .on("filter[locality]", (candidate, city) -> same(candidate.region.city(), city))
            .on("filter[rate_center]", (candidate, center) -> same(candidate.region.rateCenter(), center))
            .on("filter[phone_number_type]", (candidate, type) -> type.equals(candidate.type()))
            .on("filter[phone_number][starts_with]", (candidate, digits) -> candidate.startsWith(digits(digits)))
            .on("filter[phone_number][ends_with]", (candidate, digits) -> candidate.digits.endsWith(digits(digits)))
            .on("filter[phone_number][contains]", (candidate, digits) -> candidate.digits.contains(digits(digits)));

    private final NumberStore store;

    public AvailableNumberRoutes(NumberStore store) {
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.list("/available_phone_numbers", (nothing, request) -> search(request)));
    }

    private ApiResponse search(ApiRequest request) {
        Optional<String> areaCode = request.queryParameter(AREA_CODE);
        List<String> features = features(request);
        Predicate<Candidate> filters = FILTERS.of(request);
        List<String> found = store.available().stream()
                .map(number -> Candidate.of(number, areaCode.orElse("")))
                .filter(filters)
                .map(Candidate::phoneNumber)
                .filter(number -> Stock.featuresOf(number).containsAll(features))
                .limit(limit(request))
                .toList();
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        found.forEach(number -> data.add(NumberJson.available(number)));
        // The API has both names for the same figures.
        for (String name : List.of("meta", "metadata")) {
            body.putObject(name).put("total_results", found.size()).put("best_effort_results", 0);
        }
        return ApiResponse.ok(body);
    }

    private static List<String> features(ApiRequest request) {
        return Stream.concat(
                        request.queryParameters(FEATURES).stream(), request.queryParameters(FEATURES + "[]").stream())
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(feature -> !feature.isBlank())
                .toList();
    }

    private static int limit(ApiRequest request) {
        String limit = request.queryParameter("filter[limit]").orElse("");
        return limit.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(limit) : DEFAULT_LIMIT;
    }

    private static boolean same(@Nullable String name, String wanted) {
        return name != null && name.equalsIgnoreCase(wanted);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /**
     * A number for sale.
     *
     * @param digits what the patterns look at: all digits, or those after the area code if one was asked for
     */
    private record Candidate(String phoneNumber, String national, String digits, Region region) {
        static Candidate of(String phoneNumber, String areaCode) {
            String national = Region.national(phoneNumber);
            boolean beyondAreaCode = !areaCode.isEmpty() && national.startsWith(areaCode);
            String digits = beyondAreaCode ? national.substring(areaCode.length()) : phoneNumber.substring(1);
            return new Candidate(phoneNumber, national, digits, Region.of(phoneNumber));
        }

        /** Returns whether the number begins like this, with its country code or without. */
        boolean startsWith(String start) {
            boolean whole = digits.length() == phoneNumber.length() - 1;
            return digits.startsWith(start) || (whole && national.startsWith(start));
        }

        String type() {
            return NumberStore.typeOf(phoneNumber);
        }
    }
}
