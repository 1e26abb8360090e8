package org.telnyx4j.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A header of a call, as the generator writes a model with two required strings. */
public final class SampleHeader extends JsonModel {
    /** The type, with the table of the fields. */
    public static final ModelType<SampleHeader> TYPE = new Type();

    private SampleHeader(FieldValues values) {
        super(TYPE, values);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    public static SampleHeader fromJson(String json) {
        return TYPE.fromJson(json);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SampleHeader fromMap(Map<String, ? extends @Nullable Object> fields) {
        return TYPE.fromMap(fields);
    }

    public @Nullable String getName() {
        return value(0);
    }

    public @Nullable String getValue() {
        return value(1);
    }

    public static final class Builder extends ModelBuilder<SampleHeader, Builder> {
        private Builder() {
            super(TYPE);
        }

        private Builder(SampleHeader model) {
            super(TYPE, model);
        }

        public Builder name(@Nullable String name) {
            return set(0, name);
        }

        public Builder value(@Nullable String value) {
            return set(1, value);
        }
    }

    private static final class Type extends ModelType<SampleHeader> {
        Type() {
            super("SampleHeader");
        }

        @Override
        protected SampleHeader create(FieldValues values) {
            return new SampleHeader(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("name").required().format(Format.SIP_HEADER_NAME);
            table.text("value").required().format(Format.SIP_HEADER_VALUE);
        }
    }
}
