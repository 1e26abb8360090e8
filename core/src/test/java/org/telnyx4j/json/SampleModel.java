package org.telnyx4j.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model with a field of each kind, as the generator writes models. */
public final class SampleModel extends JsonModel {
    /** The type, with the table of the fields. */
    public static final ModelType<SampleModel> TYPE = new Type();

    private SampleModel(FieldValues values) {
        super(TYPE, values);
    }

    /** Returns a builder on which nothing is set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder on which everything is set that this model has. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Reads a model.
     *
     * @param json a JSON object
     * @return the model
     * @throws JsonFormatException if it is no JSON object
     */
    public static SampleModel fromJson(String json) {
        return TYPE.fromJson(json);
    }

    /**
     * Creates a model from the map that a JSON library has read.
     *
     * @param fields the fields by their names on the wire
     * @return the model
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SampleModel fromMap(Map<String, ? extends @Nullable Object> fields) {
        return TYPE.fromMap(fields);
    }

    public @Nullable String getId() {
        return value(0);
    }

    public @Nullable String getTo() {
        return value(1);
    }

    public @Nullable Integer getParts() {
        return value(2);
    }

    public @Nullable Long getBytes() {
        return value(3);
    }

    public @Nullable BigDecimal getCost() {
        return value(4);
    }

    public @Nullable Boolean getUrgent() {
        return value(5);
    }

    public @Nullable OffsetDateTime getSentAt() {
        return value(6);
    }

    public @Nullable LocalDate getDay() {
        return value(7);
    }

    public @Nullable Duration getTimeout() {
        return value(8);
    }

    public @Nullable Duration getPause() {
        return value(9);
    }

    public @Nullable Duration getValidity() {
        return value(10);
    }

    public @Nullable SampleStatus getStatus() {
        return value(11);
    }

    public @Nullable SampleRate getRate() {
        return value(12);
    }

    public @Nullable List<SampleHeader> getCustomHeaders() {
        return value(13);
    }

    public @Nullable List<String> getTags() {
        return value(14);
    }

    public @Nullable Map<String, Integer> getCounts() {
        return value(15);
    }

    public @Nullable Object getLoop() {
        return value(16);
    }

    public @Nullable SampleModel getParent() {
        return value(17);
    }

    public @Nullable List<SampleStatus> getStatuses() {
        return value(18);
    }

    public @Nullable String getWebhookUrl() {
        return value(19);
    }

    public @Nullable String getClientState() {
        return base64Text(20);
    }

    public @Nullable String getClientStateBase64() {
        return value(20);
    }

    public @Nullable List<List<Integer>> getMatrix() {
        return value(21);
    }

    /** Collects the fields of a {@link SampleModel}. */
    public static final class Builder extends ModelBuilder<SampleModel, Builder> {
        private Builder() {
            super(TYPE);
        }

        private Builder(SampleModel model) {
            super(TYPE, model);
        }

        public Builder id(@Nullable String id) {
            return set(0, id);
        }

        public Builder to(@Nullable String to) {
            return set(1, to);
        }

        public Builder parts(@Nullable Integer parts) {
            return set(2, parts);
        }

        public Builder bytes(@Nullable Long bytes) {
            return set(3, bytes);
        }

        public Builder cost(@Nullable BigDecimal cost) {
            return set(4, cost);
        }

        public Builder urgent(@Nullable Boolean urgent) {
            return set(5, urgent);
        }

        public Builder sentAt(@Nullable OffsetDateTime sentAt) {
            return set(6, sentAt);
        }

        public Builder day(@Nullable LocalDate day) {
            return set(7, day);
        }

        public Builder timeout(@Nullable Duration timeout) {
            return set(8, timeout);
        }

        public Builder pause(@Nullable Duration pause) {
            return set(9, pause);
        }

        public Builder validity(@Nullable Duration validity) {
            return set(10, validity);
        }

        public Builder status(@Nullable SampleStatus status) {
            return set(11, status);
        }

        public Builder rate(@Nullable SampleRate rate) {
            return set(12, rate);
        }

        public Builder customHeaders(@Nullable Collection<SampleHeader> customHeaders) {
            return set(13, customHeaders);
        }

        public Builder addCustomHeader(SampleHeader customHeader) {
            return add(13, customHeader);
        }

        public Builder addCustomHeader(String name, String value) {
            return add(13, SampleHeader.builder().name(name).value(value).build());
        }

        public Builder tags(@Nullable Collection<String> tags) {
            return set(14, tags);
        }

        public Builder addTag(String tag) {
            return add(14, tag);
        }

        public Builder counts(@Nullable Map<String, Integer> counts) {
            return set(15, counts);
        }

        public Builder putCount(String key, Integer count) {
            return put(15, key, count);
        }

        public Builder loop(@Nullable Object loop) {
            return set(16, loop);
        }

        public Builder parent(@Nullable SampleModel parent) {
            return set(17, parent);
        }

        public Builder statuses(@Nullable Collection<SampleStatus> statuses) {
            return set(18, statuses);
        }

        public Builder webhookUrl(@Nullable String webhookUrl) {
            return set(19, webhookUrl);
        }

        public Builder clearWebhookUrl() {
            return setNull(19);
        }

        public Builder clientState(@Nullable String clientState) {
            return setBase64Text(20, clientState);
        }

        public Builder clientStateBase64(@Nullable String clientState) {
            return set(20, clientState);
        }

        public Builder matrix(@Nullable Collection<? extends Collection<Integer>> matrix) {
            return set(21, matrix);
        }
    }

    private static final class Type extends ModelType<SampleModel> {
        Type() {
            super("SampleModel");
        }

        @Override
        protected SampleModel create(FieldValues values) {
            return new SampleModel(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("id").sensitive(Sensitivity.ID);
            table.text("to").required().format(Format.DESTINATION).sensitive(Sensitivity.PHONE_NUMBER);
            table.int32("parts").range(1, 10);
            table.int64("bytes");
            table.decimal("cost").range(0.1, 4.0);
            table.bool("urgent");
            table.dateTime("sent_at");
            table.date("day").nullable();
            table.seconds("timeout_secs").range(5, 600);
            table.milliseconds("pause_millis");
            table.minutes("validity_minutes");
            table.enumeration("status", SampleStatus.TYPE);
            table.enumeration("rate", SampleRate.TYPE);
            table.list("custom_headers").of(SampleHeader.TYPE);
            table.list("tags").of(JsonTypes.TEXT).maxItems(3);
            table.map("counts").of(JsonTypes.INT32);
            table.any("loop").format(Format.LOOP).range(1, 100);
            table.model("parent", SampleModel.TYPE);
            table.list("statuses").of(SampleStatus.TYPE);
            table.text("webhook_url").nullable().format(Format.HTTP_URL).sensitive(Sensitivity.URL);
            table.text("client_state").base64Text();
            table.list("matrix").of(JsonTypes.list(JsonTypes.INT32));
            table.atMostOneOf("loop", "matrix");
        }
    }
}
