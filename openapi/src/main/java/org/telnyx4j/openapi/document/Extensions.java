package org.telnyx4j.openapi.document;

import java.util.Set;
import java.util.regex.Pattern;

/** The {@code x-} keywords of our specification, for facts that OpenAPI has no word for. There are no others. */
public final class Extensions {
    /** What an operation is called in errors and spans. */
    public static final String NAME = "x-name";

    /** What a repeated request does, see {@link Idempotency}. */
    public static final String IDEMPOTENCY = "x-idempotency";

    /** The unit of a number that is a time. */
    public static final String UNIT = "x-unit";

    /** How a string is encoded. */
    public static final String ENCODING = "x-encoding";

    /** Why a value must not be shown. */
    public static final String SENSITIVE = "x-sensitive";

    /** The named format of a string, which the core module knows. */
    public static final String FORMAT = "x-format";

    /** What Telnyx assumes where a field is left out, as long as there is no description to say it in. */
    public static final String ASSUMED = "x-assumed";

    /** The field by which the objects of a list must differ. */
    public static final String UNIQUE_BY = "x-unique-by";

    /** The rule that a field must be set where one of others is: a map from its name to the names of those. */
    public static final String REQUIRED_WITH = "x-required-with";

    /** Rules for fields of one object, each a list of groups of names. */
    public static final Set<String> GROUPS =
            Set.of("x-exactly-one-of", "x-at-most-one-of", "x-at-least-one-of", "x-ascending");

    private static final Pattern OPERATION_NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

    private Extensions() {}

    /** Returns whether a keyword is an extension. */
    public static boolean isExtension(String keyword) {
        return keyword.startsWith("x-");
    }

    /** Returns whether a text can be the name of an operation, such as {@code calls.hang_up}. */
    public static boolean isOperationName(String text) {
        return OPERATION_NAME.matcher(text).matches();
    }
}
