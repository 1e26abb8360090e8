package org.telnyx4j.internal.call;

import java.time.Duration;
import java.util.Map;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.internal.telemetry.Telemetry;

/** Calls of made-up operations. */
public final class Calls {
    private static final CallTarget TARGET =
            new CallTarget(new BaseUrl("http://localhost"), null, null, Map.of(), false);
    private static final CallSettings SETTINGS =
            new CallSettings(() -> "KEY0189ABCDEF_test", Duration.ofSeconds(10), RetryOptions.defaults());

    private Calls() {}

    /** Returns a call that has an effect, and the command id that deduplication takes. */
    public static Call of(String name, Idempotency idempotency) {
        return of(name, idempotency, "");
    }

    /** Returns a call with a private text. */
    public static Call of(String name, Idempotency idempotency, String text) {
        ThingRequest.Builder body = ThingRequest.builder().text(text);
        if (idempotency == Idempotency.DEDUPLICATED) {
            body.commandId("command-1");
        }
        return of(operation(name, "POST", idempotency), body.build());
    }

    /** Returns a lookup that is sent somewhere, within a deadline. */
    public static Call lookup(String baseUrl, Duration timeout) {
        return new Call(
                ApiRequest.of(operation("things.get", "GET", Idempotency.IDEMPOTENT))
                        .build(),
                new CallTarget(new BaseUrl(baseUrl), null, null, Map.of(), false),
                new CallSettings(new FixedApiKey("KEY"), timeout, RetryOptions.off()),
                Telemetry.UNOBSERVED);
    }

    /** Returns a call that has an effect and is sent somewhere, within a deadline. */
    public static Call creation(String baseUrl, Duration timeout) {
        return new Call(
                ApiRequest.of(operation("things.post", "POST", Idempotency.NOT_IDEMPOTENT))
                        .body(ThingRequest.builder().text("Hello").build())
                        .build(),
                new CallTarget(new BaseUrl(baseUrl), null, null, Map.of(), false),
                new CallSettings(new FixedApiKey("KEY"), timeout, RetryOptions.off()),
                Telemetry.UNOBSERVED);
    }

    /** Returns a lookup. */
    public static Call lookup(String name) {
        return new Call(
                ApiRequest.of(operation(name, "GET", Idempotency.IDEMPOTENT)).build(),
                TARGET,
                SETTINGS,
                Telemetry.UNOBSERVED);
    }

    public static Call of(ApiOperation operation, ThingRequest body) {
        return new Call(ApiRequest.of(operation).body(body).build(), TARGET, SETTINGS, Telemetry.UNOBSERVED);
    }

    public static ApiOperation operation(String name, String method, Idempotency idempotency) {
        return new ApiOperation(name.replace('.', '_'), name, method, "/things", idempotency);
    }
}
