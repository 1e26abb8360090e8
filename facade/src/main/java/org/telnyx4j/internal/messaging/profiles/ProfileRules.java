package org.telnyx4j.internal.messaging.profiles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.messaging.profiles.MessagingProfileSettings;

/** Refuses settings that Telnyx would refuse, or would not understand as they are meant. */
final class ProfileRules {
    static final String NAME = "name";
    static final String WHITELIST = "whitelisted_destinations";
    static final String NUMBER_POOL = "number_pool_settings";
    static final String URL_SHORTENER = "url_shortener_settings";
    static final String SPEND_LIMIT = "daily_spend_limit";

    /** Fields of the request that makes a profile, and not of the one that changes it. */
    static final Set<String> ONLY_WHEN_MADE = Set.of("resource_group_id", "health_webhook_url");

    private static final String V1_SECRET = "v1_secret";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern ALPHA_SENDER = Pattern.compile("[A-Za-z0-9 ]{1,11}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final int LONGEST_ID = 64;

    private final ErrorFactory errors;

    ProfileRules(ErrorFactory errors) {
        this.errors = errors;
    }

    void checkCreate(Operation operation, MessagingProfileSettings settings) {
        checkNew(operation, settings);
        checkValues(operation, settings);
    }

    void checkUpdate(Operation operation, MessagingProfileSettings settings) {
        if (settings.fields().isEmpty()) {
            throw refuse(operation, "settings", "must hold at least one setting");
        }
        for (String field : settings.fields().keySet()) {
            if (ONLY_WHEN_MADE.contains(field)) {
                throw refuse(operation, field, "can be set only when a profile is made");
            }
        }
        checkValues(operation, settings);
    }

    void checkCreateOrUpdate(Operation operation, MessagingProfileSettings settings) {
        requireField(operation, settings, NAME);
        refuseSecret(operation, settings);
        checkValues(operation, settings);
        checkFindable(operation, String.valueOf(settings.fields().get(NAME)));
    }

    /** A name that Telnyx could keep in another form would not be found again, and be made anew each time. */
    private void checkFindable(Operation operation, String name) {
        boolean plain = !isSpace(name.codePointAt(0))
                && !isSpace(name.codePointBefore(name.length()))
                && name.chars().noneMatch(Character::isISOControl);
        check(
                operation,
                NAME,
                name,
                plain ? Checks.wellFormed(name) : "must not begin or end with a space, and have no control characters",
                Mask::content);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** What a profile needs that is to be made. */
    void checkNew(Operation operation, MessagingProfileSettings settings) {
        requireField(operation, settings, NAME);
        requireField(operation, settings, WHITELIST);
        refuseSecret(operation, settings);
    }

    void checkText(Operation operation, String field, String text) {
        check(operation, field, text, Checks.notBlank(text), Mask::content);
    }

    /** What an error of Telnyx may quote of the settings, and no exception may repeat. */
    List<String> privateTexts(MessagingProfileSettings settings) {
        List<String> texts = new ArrayList<>();
        settings.fields().forEach((field, value) -> {
            if (value instanceof String text && !field.equals("webhook_api_version") && !text.isEmpty()) {
                texts.add(text);
            }
        });
        return texts;
    }

    private void requireField(Operation operation, MessagingProfileSettings settings, String field) {
        if (!settings.fields().containsKey(field)) {
            throw refuse(operation, field, "must be set");
        }
    }

    private void refuseSecret(Operation operation, MessagingProfileSettings settings) {
        if (settings.fields().containsKey(V1_SECRET)) {
            throw refuse(operation, V1_SECRET, "can be set only by an update");
        }
    }

    private void checkValues(Operation operation, MessagingProfileSettings settings) {
        settings.fields().forEach((field, value) -> {
            if (value instanceof String text) {
                checkTextField(operation, field, text);
            } else if (value instanceof List<?> countries) {
                checkCountries(operation, field, countries);
            } else if (value instanceof Map<?, ?> nested) {
                checkNested(operation, field, nested);
            }
        });
    }

    private void checkTextField(Operation operation, String field, String text) {
        switch (field) {
            case NAME, V1_SECRET, "webhook_api_version" -> checkText(operation, field, text);
            case "webhook_url", "webhook_failover_url", "health_webhook_url" -> {
                // Empty is Telnyx's other way of saying none.
                if (!text.isEmpty()) {
                    check(operation, field, text, Checks.httpUrl(text), Mask::url);
                }
            }
            case "alpha_sender" ->
                check(
                        operation,
                        field,
                        text,
                        ALPHA_SENDER.matcher(text).matches() ? null : "must be 1 to 11 letters, digits and spaces",
                        Mask::content);
            case SPEND_LIMIT ->
                check(
                        operation,
                        field,
                        text,
                        AMOUNT.matcher(text).matches() ? null : "must be zero or more",
                        UnaryOperator.identity());
            case "ai_assistant_id", "resource_group_id" -> checkId(operation, field, text);
            default -> {
                // No rule.
            }
        }
    }

    private void checkId(Operation operation, String field, String id) {
        if (id.length() > LONGEST_ID) {
            throw refuse(operation, field, "must have at most " + LONGEST_ID + " characters, but has " + id.length());
        }
    }

    private void checkCountries(Operation operation, String field, List<?> countries) {
        if (countries.isEmpty()) {
            throw refuse(operation, field, "must name at least one country");
        }
        if (countries.equals(List.of("*"))) {
            return;
        }
        for (Object country : countries) {
            String text = String.valueOf(country);
            String problem = COUNTRY.matcher(text).matches()
                    ? null
                    : "must be countries as two capital letters such as CA, or * alone for all";
            check(operation, field, text, problem, Mask::content);
        }
    }

    private void checkNested(Operation operation, String field, Map<?, ?> nested) {
        if (field.equals(NUMBER_POOL)) {
            for (String needed : List.of("long_code_weight", "toll_free_weight", "skip_unhealthy")) {
                requireNested(operation, field, needed, nested);
            }
            nested.forEach((name, value) -> {
                if (value instanceof BigDecimal weight && weight.signum() < 0) {
                    throw refuse(operation, field + "/" + name, "must be zero or more, was " + weight);
                }
            });
        } else if (field.equals(URL_SHORTENER)) {
            requireNested(operation, field, "domain", nested);
            checkText(operation, field + "/domain", String.valueOf(nested.get("domain")));
        }
    }

    private void requireNested(Operation operation, String field, String name, Map<?, ?> nested) {
        if (!nested.containsKey(name)) {
            throw refuse(operation, field + "/" + name, "must be set");
        }
    }

    private void check(
            Operation operation, String field, String value, @Nullable String problem, UnaryOperator<String> mask) {
        if (problem != null) {
            throw refuse(operation, field, problem + ", was " + (value.isBlank() ? "<blank>" : mask.apply(value)));
        }
    }

    private TelnyxValidationException refuse(Operation operation, String field, String problem) {
        return errors.localCheck(operation.name(), field, problem);
    }
}
