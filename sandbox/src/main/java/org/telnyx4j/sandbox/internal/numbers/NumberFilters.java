package org.telnyx4j.sandbox.internal.numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ListPhoneNumbersMessagingSettingsQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersQuery;
import org.telnyx4j.generated.model.ListPhoneNumbersVoiceSettingsQuery;
import org.telnyx4j.generated.model.NumberSort;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.UsagePaymentMethod;
import org.telnyx4j.sandbox.internal.numbers.NumberModels.Names;

/** Which numbers of the account a list shows, and in which order. */
final class NumberFilters {
    private static final Pattern THREE_DIGITS_OR_MORE = Pattern.compile("[0-9]{3,}");
    private static final String PURCHASED = "purchased";

    private NumberFilters() {}

    static Predicate<OwnedNumber> of(ListPhoneNumbersQuery query, Names names) {
        return number -> (query.getPhoneNumber() == null || hasDigits(number, query.getPhoneNumber()))
                && (query.getStatus() == null || query.getStatus().getValue().equals("active"))
                && (query.getSource() == null || query.getSource().getValue().equals(PURCHASED))
                && (query.getTag() == null || number.tags().contains(query.getTag()))
                && (query.getWithoutTags() == null
                        || !query.getWithoutTags().equals(ListPhoneNumbersQuery.WithoutTags.TRUE)
                        || number.tags().isEmpty())
                && (query.getCountryIsoAlpha2() == null
                        || query.getCountryIsoAlpha2().contains(NumberStore.countryOf(number.phoneNumber())))
                && (query.getNumberTypeEq() == null || isOfType(number, query.getNumberTypeEq()))
                && isOrNull(number.connectionId(), query.getConnectionId())
                && is(number.customerReference(), query.getCustomerReference())
                && isOrNull(number.detail("billing_group_id"), query.getBillingGroupId())
                && isOrNull(Optional.empty(), query.getEmergencyAddressId())
                && isPaidBy(number, query.getVoiceUsagePaymentMethod())
                && connection(number, names, query.getVoiceConnectionNameContains(), String::contains)
                && connection(number, names, query.getVoiceConnectionNameStartsWith(), String::startsWith)
                && connection(number, names, query.getVoiceConnectionNameEndsWith(), String::endsWith)
                && connection(number, names, query.getVoiceConnectionNameEq(), String::equals);
    }

    static Predicate<OwnedNumber> of(ListPhoneNumbersMessagingSettingsQuery query) {
        return number -> is(number.messagingProfileId(), query.getMessagingProfileId())
                && (query.getPhoneNumber() == null
                        || List.of(query.getPhoneNumber().split(",", -1)).contains(number.phoneNumber()))
                && (query.getPhoneNumberContains() == null
                        || number.phoneNumber().contains(query.getPhoneNumberContains()))
                && (query.getType() == null
                        || query.getType()
                                .getValue()
                                .equals(NumberModels.messagingType(number).getValue()));
    }

    static Predicate<OwnedNumber> of(ListPhoneNumbersVoiceSettingsQuery query, Names names) {
        return number -> (query.getPhoneNumber() == null || hasDigits(number, query.getPhoneNumber()))
                && is(number.customerReference(), query.getCustomerReference())
                && isPaidBy(number, query.getVoiceUsagePaymentMethod())
                && connection(number, names, query.getConnectionNameContains(), String::contains);
    }

    /** Returns the order that a query asks for; without one the newest come first. */
    static @Nullable Comparator<OwnedNumber> order(@Nullable NumberSort sort, Names names) {
        if (sort == null) {
            return null;
        }
        return switch (sort.getValue()) {
            case "phone_number" -> Comparator.comparing(OwnedNumber::phoneNumber);
            case "purchased_at" -> Comparator.comparing(OwnedNumber::purchasedAt);
            case "usage_payment_method" ->
                Comparator.comparing(number -> paymentMethod(number).getValue());
            default -> Comparator.comparing(number -> connectionName(number, names));
        };
    }

    /** Nothing but digits, three at least: with a plus sign in it, the API finds nothing. The match is loose. */
    private static boolean hasDigits(OwnedNumber number, String digits) {
        return THREE_DIGITS_OR_MORE.matcher(digits).matches()
                && number.phoneNumber().contains(digits);
    }

    private static boolean isOfType(OwnedNumber number, NumberType type) {
        return type.getValue()
                .replace("_", "")
                .equals(NumberStore.typeOf(number.phoneNumber()).replace("_", ""));
    }

    private static boolean is(Optional<String> value, @Nullable String wanted) {
        return wanted == null || value.filter(wanted::equals).isPresent();
    }

    /** The word null asks for numbers that have none. */
    private static boolean isOrNull(Optional<String> value, @Nullable String wanted) {
        return "null".equals(wanted) ? value.isEmpty() : is(value, wanted);
    }

    private static boolean isPaidBy(OwnedNumber number, @Nullable UsagePaymentMethod method) {
        return method == null || method.equals(paymentMethod(number));
    }

    private static UsagePaymentMethod paymentMethod(OwnedNumber number) {
        return number.voice().get("usage_payment_method") instanceof String given
                ? UsagePaymentMethod.fromValue(given)
                : UsagePaymentMethod.PAY_PER_MINUTE;
    }

    private interface Comparison {
        boolean holds(String name, String wanted);
    }

    private static boolean connection(OwnedNumber number, Names names, @Nullable String wanted, Comparison comparison) {
        return wanted == null
                || (number.connectionId().isPresent()
                        && comparison.holds(connectionName(number, names), wanted.toLowerCase(Locale.ROOT)));
    }

    private static String connectionName(OwnedNumber number, Names names) {
        return number.connectionId()
                .map(names.ofConnection())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
