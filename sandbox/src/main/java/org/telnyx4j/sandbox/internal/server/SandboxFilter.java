package org.telnyx4j.sandbox.internal.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telnyx4j.sandbox.internal.http.ApiRequest;
import org.telnyx4j.sandbox.internal.http.ApiResponse;
import org.telnyx4j.sandbox.internal.http.SandboxApi;
import org.telnyx4j.sandbox.internal.server.FaultPlan.Effect;

/**
 * Answers every request before WireMock looks for a stub: a filter rather than a transformer, because a stub
 * would add WireMock's own headers to the answer.
 */
final class SandboxFilter implements StubRequestFilterV2 {
    private final SandboxApi api;
    private final RequestLog requests;
    private final FaultQueue faults;

    SandboxFilter(SandboxApi api, RequestLog requests, FaultQueue faults) {
        this.api = api;
        this.requests = requests;
        this.faults = faults;
    }

    @Override
    public String getName() {
        return "telnyx-sandbox";
    }

    @Override
    public RequestFilterAction filter(Request wireMockRequest, ServeEvent serveEvent) {
        ApiRequest request = read(wireMockRequest);
        requests.add(request);
        Optional<FaultPlan> fault = faults.takeFor(request);
        ResponseDefinitionBuilder answer = fault.isPresent() ? fail(fault.get(), request) : write(api.handle(request));
        return RequestFilterAction.stopWith(answer.build());
    }

    private static ApiRequest read(Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.values());
        }
        byte[] body = request.getBody();
        return new ApiRequest(
                request.getMethod().getName(), request.getUrl(), headers, body == null ? new byte[0] : body);
    }

    private static ResponseDefinitionBuilder write(ApiResponse response) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(response.status());
        response.headers().forEach(answer::withHeader);
        return answer.withBody(response.body());
    }

    private ResponseDefinitionBuilder fail(FaultPlan fault, ApiRequest request) {
        Optional<ApiResponse> real = fault.carriedOut() ? Optional.of(api.handle(request)) : Optional.empty();
        return spoil(fault.effect(), request, real)
                .withFixedDelay(Math.toIntExact(fault.delay().toMillis()));
    }

    private ResponseDefinitionBuilder spoil(Effect effect, ApiRequest request, Optional<ApiResponse> real) {
        if (effect instanceof Effect.Answer own) {
            ApiResponse answer = own.response();
            return write(own.fromTelnyx() ? answer.withMissingHeaders(SandboxApi.commonHeaders(request)) : answer);
        }
        if (effect instanceof Effect.CloseConnection) {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
        }
        if (effect instanceof Effect.ResetConnection) {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
        }
        if (effect instanceof Effect.Garbage) {
            return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE);
        }
        ApiResponse answer = real.orElseThrow();
        if (effect instanceof Effect.TrickledAnswer trickle) {
            return write(answer)
                    .withChunkedDribbleDelay(
                            trickle.pieces(), Math.toIntExact(trickle.total().toMillis()));
        }
        if (effect instanceof Effect.TruncatedAnswer) {
            byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
            String fullLength = Integer.toString(answer.body().length);
            return write(new ApiResponse(answer.status(), answer.headers(), half))
                    .withHeader("content-length", fullLength);
        }
        return write(answer);
    }
}
