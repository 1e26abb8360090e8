package org.telnyx4j.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.text.PercentEncoder;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/**
 * One call of an operation, as the caller asks for it. Immutable.
 *
 * @param <T> the class of the response's body
 */
public final class ApiRequest<T> {
    private final ApiOperation operation;
    private final @Nullable ModelType<? extends T> responseType;
    private final String path;
    private final @Nullable JsonModel query;
    private final @Nullable JsonModel body;
    private final RequestOptions options;

    private ApiRequest(Builder<T> builder) {
        this.operation = builder.operation;
        this.responseType = builder.responseType;
        this.path = builder.path;
        this.query = builder.query;
        this.body = builder.body;
        this.options = builder.options;
    }

    /**
     * Starts a request whose response has a body.
     *
     * @param operation the operation
     * @param responseType the type of the response's body
     * @param <T> the class of the response's body
     * @return a new builder
     */
    public static <T> Builder<T> of(ApiOperation operation, ModelType<? extends T> responseType) {
        return new Builder<>(operation, Objects.requireNonNull(responseType, "responseType"));
    }

    /**
     * Starts a request whose response has no body, or none that matters.
     *
     * @param operation the operation
     * @return a new builder
     */
    public static Builder<@Nullable Void> of(ApiOperation operation) {
        return new Builder<>(operation, null);
    }

    /**
     * Returns the operation.
     *
     * @return the operation
     */
    public ApiOperation operation() {
        return operation;
    }

    /**
     * Returns the type of the response's body.
     *
     * @return the type, or null where the body does not matter
     */
    public @Nullable ModelType<? extends T> responseType() {
        return responseType;
    }

    /**
     * Returns the path below the base URL.
     *
     * @return the path, percent-encoded
     */
    public String path() {
        return path;
    }

    /**
     * Returns the parameters of the query string.
     *
     * @return the parameters, or null where there are none
     */
    public @Nullable JsonModel query() {
        return query;
    }

    /**
     * Returns the body.
     *
     * @return the body, or null where there is none
     */
    public @Nullable JsonModel body() {
        return body;
    }

    /**
     * Returns the options of this call.
     *
     * @return the options
     */
    public RequestOptions options() {
        return options;
    }

    /** Returns the operation; what is asked for is private. */
    @Override
    public String toString() {
        return "ApiRequest[" + operation.id() + "]";
    }

    /**
     * Collects the parts of a request. Mutable, for one thread.
     *
     * @param <T> the class of the response's body
     */
    public static final class Builder<T> {
        private final ApiOperation operation;
        private final @Nullable ModelType<? extends T> responseType;
        private String path;
        private @Nullable JsonModel query;
        private @Nullable JsonModel body;
        private RequestOptions options = RequestOptions.none();

        private Builder(ApiOperation operation, @Nullable ModelType<? extends T> responseType) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.responseType = responseType;
            this.path = operation.pathTemplate();
        }

        /**
         * Puts a value into the path, percent-encoded. A value that would make the path that of another operation (blank,
         * {@code .} or {@code ..}) is refused when the request is sent.
         *
         * @param name the parameter's name in the path template
         * @param value its value
         * @return this builder
         */
        public Builder<T> path(String name, String value) {
            String placeholder = "{" + name + "}";
            int at = path.indexOf(placeholder);
            StringBuilder out = new StringBuilder(path.length() + value.length() + 16).append(path, 0, at);
            PercentEncoder.append(out, value, "");
            path = out.append(path, at + placeholder.length(), path.length()).toString();
            return this;
        }

        /**
         * Sets the parameters of the query string.
         *
         * @param query the parameters
         * @return this builder
         */
        public Builder<T> query(JsonModel query) {
            this.query = Objects.requireNonNull(query, "query");
            return this;
        }

        /**
         * Sets the body.
         *
         * @param body the body
         * @return this builder
         */
        public Builder<T> body(JsonModel body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /**
         * Sets the options of this call.
         *
         * @param options the options
         * @return this builder
         */
        public Builder<T> options(RequestOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         */
        public ApiRequest<T> build() {
            return new ApiRequest<>(this);
        }
    }
}
