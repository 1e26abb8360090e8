package org.telnyx4j.sandbox.internal.numbers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.ApiError;
import org.telnyx4j.sandbox.internal.http.ApiException;
import org.telnyx4j.sandbox.internal.http.ApiRequest;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.BodyRules;
import org.telnyx4j.sandbox.internal.http.FieldType;
import org.telnyx4j.sandbox.internal.http.Filters;
import org.telnyx4j.sandbox.internal.http.Pages;
import org.telnyx4j.sandbox.internal.http.Route;
import org.telnyx4j.sandbox.internal.http.Routes;

/** The operations on the numbers of the account, and on their messaging and voice settings. */
public final class PhoneNumberRoutes implements Routes {
    private static final Pattern THREE_DIGITS_OR_MORE = Pattern.compile("[0-9]{3,}");
    private static final String PURCHASED = "purchased";

    private static final BodyRules DETAILS = BodyRules.NONE
            .nullable(FieldType.STRING, "billing_group_id", "connection_id", "customer_reference", "external_pin")
            .optional(FieldType.STRING, "address_id")
            .optional(FieldType.BOOLEAN, "hd_voice_enabled")
            .optional(FieldType.STRINGS, "tags");

    private static final BodyRules MESSAGING = BodyRules.NONE
            .nullable(FieldType.STRING, "messaging_profile_id", "messaging_product")
            .optional(FieldType.STRINGS, "tags");

    private static final BodyRules VOICE = BodyRules.NONE
            .optional(FieldType.OBJECT, "call_forwarding", "call_recording", "cnam_listing", "media_features")
            .optional(FieldType.BOOLEAN, "caller_id_name_enabled", "tech_prefix_enabled")
            .optional(FieldType.STRING, "translated_number")
            .optional(FieldType.oneOf("disabled", "flag_calls", "reject_calls"), "inbound_call_screening")
            .optional(FieldType.oneOf("channel", "pay-per-minute"), "usage_payment_method");

    /** No connection of the sandbox has a name, so whoever asks for one finds nothing. */
    private static final Filters<OwnedNumber> DETAILS_FILTERS = new Filters<OwnedNumber>()
            .on("filter[phone_number]", PhoneNumberRoutes::hasDigits)
            .on("filter[status]", (number, status) -> status.equals("active"))
            .on("filter[source]", (number, source) -> source.equals(PURCHASED))
            .on("filter[tag]", (number, tag) -> number.tags().contains(tag))
            .on(
                    "filter[without_tags]",
                    (number, yes) -> !yes.equals("true") || number.tags().isEmpty())
            .on(
                    "filter[country_iso_alpha2]",
                    (number, countries) -> listHas(countries, NumberStore.countryOf(number.phoneNumber())))
            .on("filter[number_type][eq]", (number, type) -> type.equals(NumberStore.typeOf(number.phoneNumber())))
            .on("filter[connection_id]", (number, id) -> isOrNull(number.connectionId(), id))
            .on("filter[customer_reference]", (number, reference) -> is(number.customerReference(), reference))
            .on("filter[billing_group_id]", (number, id) -> isOrNull(number.detail("billing_group_id"), id))
            .on("filter[emergency_address_id]", (number, id) -> id.equals("null"))
            .on("filter[voice.usage_payment_method]", (number, method) -> method.equals(paymentMethod(number)))
            .on("filter[voice.connection_name][contains]", (number, name) -> false)
            .on("filter[voice.connection_name][starts_with]", (number, name) -> false)
            .on("filter[voice.connection_name][ends_with]", (number, name) -> false)
            .on("filter[voice.connection_name][eq]", (number, name) -> false);

    private static final Filters<OwnedNumber> MESSAGING_FILTERS = new Filters<OwnedNumber>()
            .on("filter[messaging_profile_id]", (number, id) -> is(number.messagingProfileId(), id))
            .on("filter[phone_number]", (number, numbers) -> listHas(numbers, number.phoneNumber()))
            .on(
                    "filter[phone_number][contains]",
                    (number, digits) -> number.phoneNumber().contains(digits))
            .on("filter[type]", (number, type) -> type.equals(NumberJson.messagingType(number)));

    private static final Filters<OwnedNumber> VOICE_FILTERS = new Filters<OwnedNumber>()
            .on("filter[phone_number]", PhoneNumberRoutes::hasDigits)
            .on("filter[customer_reference]", (number, reference) -> is(number.customerReference(), reference))
            .on("filter[voice.usage_payment_method]", (number, method) -> method.equals(paymentMethod(number)))
            .on("filter[connection_name][contains]", (number, name) -> false);

    /** Without one of these the newest come first; sorting by the names that no connection has leaves it at that. */
    private static final Map<String, Comparator<OwnedNumber>> ORDERS = Map.of(
            "phone_number", Comparator.comparing(OwnedNumber::phoneNumber),
            "purchased_at", Comparator.comparing(OwnedNumber::purchasedAt),
            "usage_payment_method", Comparator.comparing(PhoneNumberRoutes::paymentMethod));

    private final NumberStore store;
    private final Function<String, Optional<String>> profileNames;
    private final String organizationId;

    /** Takes where the numbers are, and how a messaging profile's id leads to its name. */
    public PhoneNumberRoutes(
            NumberStore store, Function<String, Optional<String>> profileNames, String organizationId) {
        this.store = store;
        this.profileNames = profileNames;
        this.organizationId = organizationId;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.list(
                        "/phone_numbers",
                        (nothing, request) -> Pages.answer(request, list(DETAILS_FILTERS, request), this::details)),
                Route.list("/phone_numbers/messaging", (nothing, request) -> listMessaging(request)),
                Route.list(
                        "/phone_numbers/voice",
                        (nothing, request) -> Pages.answer(request, list(VOICE_FILTERS, request), NumberJson::voice)),
                Route.get("/phone_numbers/{}", id -> ApiResponse.data(details(existing(id)))),
                Route.change("PATCH", "/phone_numbers/{}", this::changeDetails),
                Route.delete("/phone_numbers/{}", this::delete),
                Route.get("/phone_numbers/{}/messaging", id -> ApiResponse.data(messaging(existing(id)))),
                Route.change("PATCH", "/phone_numbers/{}/messaging", this::changeMessaging),
                Route.get("/phone_numbers/{}/voice", id -> ApiResponse.data(NumberJson.voice(existing(id)))),
                Route.change("PATCH", "/phone_numbers/{}/voice", this::changeVoice),
                Route.list("/messaging_profiles/{}/phone_numbers", this::listOfProfile));
    }

    private ApiResponse listMessaging(ApiRequest request) {
        List<OwnedNumber> numbers = list(MESSAGING_FILTERS, request);
        String direction = request.queryParameter("sort[phone_number]").orElse("");
        if (direction.equals("asc") || direction.equals("desc")) {
            numbers.sort(Comparator.comparing(OwnedNumber::phoneNumber));
        }
        if (direction.equals("desc")) {
            Collections.reverse(numbers);
        }
        return Pages.answer(request, numbers, this::messaging);
    }

    private ApiResponse listOfProfile(String profileId, ApiRequest request) {
        if (profileNames.apply(profileId).isEmpty()) {
            throw new ApiException(ApiError.notFound());
        }
        List<OwnedNumber> numbers = newestFirst(number -> is(number.messagingProfileId(), profileId));
        return Pages.answer(request, numbers, this::messaging);
    }

    private ApiResponse changeDetails(String id, ObjectNode body) {
        existing(id);
        ObjectNode changes = DETAILS.read(body);
        // The API takes it, and shows it nowhere.
        changes.remove("address_id");
        return ApiResponse.data(details(found(store.changeDetails(id, changes))));
    }

    private ApiResponse changeMessaging(String id, ObjectNode body) {
        existing(id);
        ObjectNode changes = MESSAGING.read(body);
        // Here null means to leave a setting as it is, and an empty id takes the number out of its profile.
        for (String name : List.of("messaging_profile_id", "messaging_product")) {
            if (changes.path(name).isNull()) {
                changes.remove(name);
            }
        }
        if ("".equals(changes.path("messaging_profile_id").textValue())) {
            changes.putNull("messaging_profile_id");
        }
        return ApiResponse.data(messaging(found(store.changeDetails(id, changes))));
    }

    private ApiResponse changeVoice(String id, ObjectNode body) {
        existing(id);
        return ApiResponse.data(NumberJson.voice(found(store.changeVoice(id, VOICE.read(body)))));
    }

    private ApiResponse delete(String id) {
        OwnedNumber number = found(store.delete(id));
        return ApiResponse.data(NumberJson.deleted(number, profileName(number)));
    }

    private List<OwnedNumber> list(Filters<OwnedNumber> filters, ApiRequest request) {
        List<OwnedNumber> numbers = newestFirst(filters.of(request));
        Comparator<OwnedNumber> order =
                ORDERS.get(request.queryParameter("sort").orElse(""));
        if (order != null) {
            numbers.sort(order);
        }
        return numbers;
    }

    private List<OwnedNumber> newestFirst(Predicate<OwnedNumber> filter) {
        List<OwnedNumber> numbers = store.snapshot();
        numbers.removeIf(filter.negate());
        Collections.reverse(numbers);
        return numbers;
    }

    private ObjectNode details(OwnedNumber number) {
        return NumberJson.details(number, profileName(number));
    }

    private ObjectNode messaging(OwnedNumber number) {
        return NumberJson.messaging(number, organizationId);
    }

    private @Nullable String profileName(OwnedNumber number) {
        return number.messagingProfileId().flatMap(profileNames).orElse(null);
    }

    private OwnedNumber existing(String id) {
        return found(store.get(id));
    }

    private static OwnedNumber found(Optional<OwnedNumber> number) {
        return number.orElseThrow(() -> new ApiException(ApiError.notFound()));
    }

    /** Nothing but digits, three at least: with a plus sign in it, the API finds nothing. The match is loose. */
    private static boolean hasDigits(OwnedNumber number, String digits) {
        return THREE_DIGITS_OR_MORE.matcher(digits).matches()
                && number.phoneNumber().contains(digits);
    }

    private static String paymentMethod(OwnedNumber number) {
        return number.voice().path("usage_payment_method").asText("pay-per-minute");
    }

    private static boolean is(Optional<String> value, String wanted) {
        return value.filter(wanted::equals).isPresent();
    }

    private static boolean isOrNull(Optional<String> value, String wanted) {
        return wanted.equals("null") ? value.isEmpty() : is(value, wanted);
    }

    private static boolean listHas(String list, String wanted) {
        return List.of(list.split(",", -1)).contains(wanted);
    }
}
