package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.numbers.NewNumberOrder;
import org.telnyx4j.numbers.PhoneNumberId;
import org.telnyx4j.numbers.PurchaseOptions;

/** Refuses what Telnyx would refuse, or would silently take for something else. */
final class NumberRules {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3,}");
    /** Letters stand for the digits that they share a key with; the star is left to Telnyx. */
    private static final Pattern PART_OF_NUMBER = Pattern.compile("\\+?[0-9A-Za-z*]+");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int SHORTEST_NAME_PART = 3;

    private final View view;

    NumberRules(View view) {
        this.view = view;
    }

    void phoneNumber(Operation operation, String phoneNumber) {
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        e164(operation, "phone_number", phoneNumber);
    }

    String id(Operation operation, PhoneNumberId id) {
        Objects.requireNonNull(id, "id");
        view.requireId(operation, "id", id.value());
        if (id.value().startsWith("+")) {
            throw view.errors()
                    .localCheck(
                            operation.name(),
                            "id",
                            "must be the id of a number and not the number itself, which findByNumber takes, was "
                                    + Mask.phoneNumber(id.value()));
        }
        return id.value();
    }

    void text(Operation operation, String field, String text) {
        if (text.isBlank()) {
            throw view.errors().localCheck(operation.name(), field, "must not be blank");
        }
    }

    void positive(Operation operation, String field, Duration duration) {
        Objects.requireNonNull(duration, field);
        String problem = Checks.positive(duration);
        if (problem != null) {
            throw view.errors().localCheck(operation.name(), field, problem + ", was " + duration);
        }
    }

    void order(Operation operation, NewNumberOrder order) {
        Objects.requireNonNull(order, "order");
        if (order.lines().isEmpty()) {
            throw view.errors().localCheck(operation.name(), "phone_numbers", "must have one number at least");
        }
        Set<String> numbers = new HashSet<>();
        for (NewNumberOrder.Line line : order.lines()) {
            e164(operation, "phone_number", line.phoneNumber());
            line.requirementGroupId().ifPresent(id -> text(operation, "requirement_group_id", id));
            line.bundleId().ifPresent(id -> text(operation, "bundle_id", id));
            if (!numbers.add(line.phoneNumber())) {
                throw view.errors()
                        .localCheck(
                                operation.name(),
                                "phone_numbers",
                                "must not have a number twice, had " + Mask.phoneNumber(line.phoneNumber()));
            }
        }
        purchase(operation, order.options());
    }

    void purchase(Operation operation, PurchaseOptions purchase) {
        Objects.requireNonNull(purchase, "purchase");
        purchase.messagingProfileId().ifPresent(id -> text(operation, "messaging_profile_id", id));
        purchase.connectionId().ifPresent(id -> text(operation, "connection_id", id));
        purchase.billingGroupId().ifPresent(id -> text(operation, "billing_group_id", id));
        purchase.customerReference().ifPresent(reference -> text(operation, "customer_reference", reference));
    }

    void filters(Operation operation, Map<String, Object> filters) {
        filters.forEach((name, value) -> {
            String problem = value instanceof Integer number
                    ? number < 1 ? "must be at least 1, was " + number : null
                    : value instanceof Collection<?> values ? problem(name, values) : problem(name, value);
            if (problem != null) {
                throw view.errors().localCheck(operation.name(), name, problem);
            }
        });
    }

    /** The fields of an update, which must be there. An empty text is a value: it takes something away. */
    void update(Operation operation, Map<String, Object> fields) {
        if (fields.isEmpty()) {
            throw view.errors().localCheck(operation.name(), "update", "must change something, but nothing is set");
        }
        Object forwarding = fields.get("call_forwarding");
        if (forwarding instanceof Map<?, ?> map && map.get("forwards_to") instanceof String to) {
            e164(operation, "forwards_to", to);
        }
    }

    /** All texts within fields or filters, which no exception may quote. */
    static List<String> privateTexts(Object value) {
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(@Nullable Object value, List<String> texts) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> collect(inner, texts));
        } else if (value instanceof Collection<?> values) {
            values.forEach(inner -> collect(inner, texts));
        } else if (value instanceof String text && !text.isBlank()) {
            texts.add(text);
        }
    }

    private void e164(Operation operation, String field, String number) {
        if (!Checks.isE164(number)) {
            String shown = number.isBlank() ? "<blank>" : Mask.phoneNumber(number);
            throw view.errors()
                    .localCheck(
                            operation.name(),
                            field,
                            "must be a phone number in E.164 form such as +14165550123, was " + shown);
        }
    }

    private static @Nullable String problem(String name, Collection<?> values) {
        if (values.isEmpty()) {
            return "must have one value at least";
        }
        for (Object value : values) {
            String problem = problem(name, value);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String problem(String name, Object value) {
        String text = value.toString();
        if (text.isBlank()) {
            return "must not be blank";
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return "must have no control characters such as line breaks";
        }
        String malformed = Checks.wellFormed(text);
        if (malformed != null) {
            return malformed;
        }
        return switch (name) {
            case "filter[national_destination_code]" ->
                DIGITS.matcher(text).matches() ? null : "must be the digits of an area code such as 416";
            case "filter[phone_number]" ->
                THREE_DIGITS.matcher(text).matches()
                        ? null
                        : "must be three digits or more, and nothing else: Telnyx finds nothing for a plus sign";
            case "filter[phone_number][starts_with]",
                    "filter[phone_number][ends_with]",
                    "filter[phone_number][contains]" ->
                PART_OF_NUMBER.matcher(text).matches()
                        ? null
                        : "must be digits as they follow each other in a number, without spaces or punctuation";
            case "filter[country_code]", "filter[country_iso_alpha2]" ->
                COUNTRY.matcher(text).matches() ? null : "must be two capital letters (ISO 3166-1 alpha-2)";
            case "filter[voice.connection_name][contains]",
                    "filter[voice.connection_name][starts_with]",
                    "filter[voice.connection_name][ends_with]" ->
                text.length() >= SHORTEST_NAME_PART ? null : "must have three characters at least";
            default -> null;
        };
    }
}
