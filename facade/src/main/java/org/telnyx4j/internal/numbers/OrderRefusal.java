package org.telnyx4j.internal.numbers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;

/**
 * Finds out whether Telnyx refused an order because of its number, so that another number may be accepted. Where that is
 * not certain it returns false: then nothing further is bought.
 */
final class OrderRefusal {
    /** 401, 402 and 403 are about the account, 429 is about the pace. */
    private static final Set<Integer> STATUSES = Set.of(400, 404, 409, 410, 422);

    /** A pointer such as /phone_numbers, /phone_numbers/0 or /phone_numbers/0/phone_number, a parameter likewise. */
    private static final Pattern PLACE =
            Pattern.compile("/?phone_numbers?(?:[/.\\[\\]0-9]*(?:phone_number)?)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern TAKEN = Pattern.compile(
            "\\bnumbers?\\b.*\\b(?:unavailable|(?:not|no longer|isn't) available|already|taken|reserved|sold)\\b"
                    + "|\\b(?:unavailable|taken|reserved|sold)\\b.*\\bnumbers?\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** It is about the account, even where a number is mentioned beside it. */
    private static final Pattern MONEY = Pattern.compile(
            "balance|funds|credit|payment|billing|limit|quota|account|verif|permission|forbidden",
            Pattern.CASE_INSENSITIVE);

    /** Somebody else's account, or a number that is in an account already: this is about the number. */
    private static final Pattern OWNED = Pattern.compile(
            "\\b(?:another|a different|other|someone else's)\\s+(?:account|customer|user|organi[sz]ation)s?\\b"
                    + "|\\balready\\b[^.\\n]{0,40}\\baccount\\b",
            Pattern.CASE_INSENSITIVE);

    /** Far more than Telnyx writes. */
    private static final int LONGEST_WORDS = 2_000;

    private OrderRefusal() {}

    /**
     * Returns whether a refusal can be the fate of a copy that a gateway made of an order which was placed. A request
     * that is wrong, or has no valid key, was refused the first time as well.
     */
    static boolean mayBeOfCopy(TelnyxException refusal) {
        List<TelnyxError> errors = refusal.errors();
        return switch (refusal.httpStatus().orElse(0)) {
            case 0, 401 -> false;
            case 400 -> errors.stream().anyMatch(OrderRefusal::isAboutStock);
            case 404, 422 -> errors.isEmpty() || !errors.stream().allMatch(OrderRefusal::isAboutAnotherField);
            default -> true;
        };
    }

    private static boolean isAboutAnotherField(TelnyxError error) {
        boolean hasPlace = error.pointer() != null || error.parameter() != null;
        return hasPlace && !isAboutStock(error);
    }

    /** Whether it is about the numbers, or about what they cost: both change when the first of two orders is placed. */
    private static boolean isAboutStock(TelnyxError error) {
        String words = words(error.title()) + "\n" + words(error.detail());
        return isPlace(error.pointer())
                || isPlace(error.parameter())
                || words.length() > LONGEST_WORDS
                || isAboutAccount(error)
                || TAKEN.matcher(words).find()
                || MONEY.matcher(words).find();
    }

    /** Codes from 20000 on are about the account: 20100 means that there is not enough money. */
    private static boolean isAboutAccount(TelnyxError error) {
        return words(error.code()).matches("2[0-9]{4}");
    }

    static boolean isAboutNumber(TelnyxException refusal, String phoneNumber) {
        List<TelnyxError> errors = refusal.errors();
        return refusal.outcome() == Outcome.NOT_CARRIED_OUT
                && refusal.httpStatus().isPresent()
                && STATUSES.contains(refusal.httpStatus().getAsInt())
                && !errors.isEmpty()
                && errors.stream().allMatch(error -> isAboutNumber(error, phoneNumber.substring(1)));
    }

    private static boolean isAboutNumber(TelnyxError error, String digits) {
        String words = words(error.title()) + "\n" + words(error.detail());
        if (words.length() > LONGEST_WORDS) {
            return false;
        }
        if (isAboutAccount(error)
                || MONEY.matcher(OWNED.matcher(words).replaceAll(" ")).find()) {
            return false;
        }
        return isPlace(error.pointer())
                || isPlace(error.parameter())
                || words.replaceAll("[\\s().-]", "").contains(digits)
                || TAKEN.matcher(words).find();
    }

    private static boolean isPlace(@Nullable String place) {
        return place != null && PLACE.matcher(place.toLowerCase(Locale.ROOT)).matches();
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}
