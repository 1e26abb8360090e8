package org.telnyx4j.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.Idempotency;

/** Which URL a request goes to, and what is remembered of it. */
class BaseUrlTest {
    private static final ApiOperation CREATION = operation("/things");
    private static final ApiOperation LOOKUP = operation("/things/{id}");

    private final BaseUrl url = new BaseUrl("https://localhost/v2");

    private static ApiOperation operation(String path) {
        return new ApiOperation("test", "test", "POST", path, Idempotency.NOT_IDEMPOTENT);
    }

    private static ApiRequest<?> lookup(String id) {
        return ApiRequest.of(LOOKUP).path("id", id).build();
    }

    @Test
    void aUrlThatDependsOnTheOperationAloneIsParsedOnce() {
        ApiRequest<?> request = ApiRequest.of(CREATION).build();
        assertThat(url.resolve(request)).hasToString("https://localhost/v2/things");
        assertThat(url.resolve(request)).isSameAs(url.resolve(request));
    }

    @Test
    void aUrlWithParametersIsNotRemembered() {
        assertThat(url.resolve(lookup("a b"))).hasToString("https://localhost/v2/things/a%20b");
        assertThat(url.resolve(lookup("1"))).hasToString("https://localhost/v2/things/1");
        assertThat(url.resolve(lookup("1"))).isNotSameAs(url.resolve(lookup("1")));
        ThingRequest query = ThingRequest.builder().text("x").build();
        assertThat(url.resolve(ApiRequest.of(CREATION).query(query).build()))
                .hasToString("https://localhost/v2/things?text=x");
        assertThat(url.resolve(ApiRequest.of(CREATION).build())).hasToString("https://localhost/v2/things");
    }

    /** There are more operations here than places. */
    @Test
    void operationsThatAreInEachOthersWayAreNotMixedUp() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                String path = "/things" + i;
                assertThat(url.resolve(ApiRequest.of(operation(path)).build()))
                        .hasToString("https://localhost/v2" + path);
            }
        }
    }
}
