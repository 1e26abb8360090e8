package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Locale;

/**
 * The names of all attributes. Those of HTTP, URL, server and error are the semantic conventions'; {@code telnyx.*} are
 * ours.
 */
final class AttributeNames {
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("telnyx.operation");
    static final AttributeKey<String> TENANT = AttributeKey.stringKey("telnyx.tenant.name");
    static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("telnyx.message.id");
    static final AttributeKey<Long> MESSAGE_PARTS = AttributeKey.longKey("telnyx.message.parts");
    static final AttributeKey<Double> COST_AMOUNT = AttributeKey.doubleKey("telnyx.message.cost.amount");
    static final AttributeKey<String> COST_CURRENCY = AttributeKey.stringKey("telnyx.message.cost.currency");
    static final AttributeKey<String> CALL_CONTROL_ID = AttributeKey.stringKey("telnyx.call.control_id");
    static final AttributeKey<String> COMMAND_ID = AttributeKey.stringKey("telnyx.call.command_id");
    static final AttributeKey<Long> RETRY_COUNT = AttributeKey.longKey("telnyx.retry_count");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("telnyx.outcome");
    static final AttributeKey<String> ERROR_CODE = AttributeKey.stringKey("telnyx.error.code");
    static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("telnyx.request_id");

    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> PROTOCOL_VERSION = AttributeKey.stringKey("network.protocol.version");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
    static final AttributeKey<String> URL_FULL = AttributeKey.stringKey("url.full");
    static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");

    private AttributeNames() {}

    /** Returns how attributes write one of a set of names. */
    static String value(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
