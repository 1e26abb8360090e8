package org.telnyx4j.generated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.internal.text.QueryWriter;
import org.telnyx4j.json.ModelType;

/** Takes down what the API classes ask for, checks nothing of it, and responds to everything with the same body. */
final class RecordingClient implements ApiClient {
    private final byte[] body;
    private final List<ApiRequest<?>> requests = new ArrayList<>();

    RecordingClient(String body) {
        this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> ApiResponse<T> call(ApiRequest<T> request) {
        requests.add(request);
        ModelType<? extends T> type = request.responseType();
        RawResponse raw = new RawResponse(200, new String[0], body, null);
        return new ApiResponse<>(request, raw, type == null ? null : type.read(body), 1);
    }

    List<ApiRequest<?>> requests() {
        return requests;
    }

    ApiRequest<?> last() {
        return requests.get(requests.size() - 1);
    }

    /** Method, path and query of the last request. */
    String lastLine() {
        ApiRequest<?> last = last();
        StringBuilder line =
                new StringBuilder(last.operation().method()).append(' ').append(last.path());
        if (last.query() != null) {
            QueryWriter.append(line, last.query());
        }
        return line.toString();
    }
}
