package org.telnyx4j.internal.messaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.json.JsonModel;

/**
 * Puts correlation tokens into the webhook URLs of messages. Immutable.
 *
 * @param errors builds the exceptions
 * @param byItself whether each message gets one, and not only those whose call has one
 */
record SendCorrelation(ErrorFactory errors, boolean byItself) {
    private static final String URL = "webhook_url";
    private static final String FAILOVER_URL = "webhook_failover_url";

    /** Telnyx documents no limit for messages; elsewhere it has this one for webhook URLs. */
    private static final int LONGEST_URL = 2_048;

    /**
     * A request that is ready to be sent.
     *
     * @param message the request
     * @param options the options of its call, with the token that the request carries
     */
    record Send<T>(T message, RequestOptions options) {}

    /**
     * Returns a request with the token that it is to have, the same for all its attempts.
     *
     * @param operation the operation that sends it
     * @param message the request, with the defaults
     * @param options the options of the call
     * @return the request with the token, or as it was if it is to have none
     * @throws org.telnyx4j.errors.TelnyxValidationException if the token cannot be added
     */
    <T extends JsonModel> Send<T> of(ApiOperation operation, T message, RequestOptions options) {
        CorrelationToken own = options.correlationToken().orElse(null);
        Send<T> unchanged = new Send<>(message, options);
        if (own == null && !byItself) {
            return unchanged;
        }
        String url = url(message, URL);
        if (url == null) {
            if (own == null || message.get(URL) != null) {
                // What is no URL is refused when it is sent.
                return unchanged;
            }
            throw errors.localCheck(
                    operation.name(),
                    URL,
                    "must be set, on the message, the tenant or the client, for the correlation token to travel in");
        }
        CorrelationToken token = own == null ? CorrelationToken.random() : own;
        String correlated = add(operation, token, URL, url);
        if (correlated.length() > LONGEST_URL) {
            if (own == null) {
                return unchanged;
            }
            throw errors.localCheck(
                    operation.name(),
                    URL,
                    "must have at most " + LONGEST_URL + " characters with the correlation token, but has "
                            + correlated.length());
        }
        T complete = with(message, URL, correlated);
        String failover = url(message, FAILOVER_URL);
        if (failover != null) {
            String second = add(operation, token, FAILOVER_URL, failover);
            complete = second.length() > LONGEST_URL ? complete : with(complete, FAILOVER_URL, second);
        }
        return new Send<>(complete, options.toBuilder().correlationToken(token).build());
    }

    private String add(ApiOperation operation, CorrelationToken token, String field, String url) {
        boolean hasAnother =
                CorrelationToken.isIn(url) && !CorrelationToken.inUrl(url).equals(Optional.of(token));
        if (hasAnother) {
            throw errors.localCheck(
                    operation.name(),
                    field,
                    "must not have the parameter " + CorrelationToken.PARAMETER
                            + " of another message; a token of your own goes into the RequestOptions");
        }
        return CorrelationToken.isIn(url) ? url : token.addTo(url);
    }

    private static @Nullable String url(JsonModel message, String field) {
        return message.get(field) instanceof String url && TextRules.httpUrl(url) == null ? url : null;
    }

    @SuppressWarnings("unchecked") // A copy has the class of the model.
    private static <T extends JsonModel> T with(T message, String field, String url) {
        return (T) message.with(field, url);
    }
}
