package org.telnyx4j.internal.call;

import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.FieldValues;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelBuilder;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.json.Sensitivity;

/** A body with the fields that matter to the exchange, as the generator writes models. */
public final class ThingRequest extends JsonModel {
    public static final ModelType<ThingRequest> TYPE = new Type();

    private ThingRequest(FieldValues values) {
        super(TYPE, values);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder extends ModelBuilder<ThingRequest, Builder> {
        private Builder() {
            super(TYPE);
        }

        public Builder commandId(String commandId) {
            return set(0, commandId);
        }

        public Builder customerReference(String reference) {
            return set(1, reference);
        }

        public Builder text(String text) {
            return set(2, text);
        }

        public Builder count(Integer count) {
            return set(3, count);
        }
    }

    private static final class Type extends ModelType<ThingRequest> {
        Type() {
            super("ThingRequest");
        }

        @Override
        protected ThingRequest create(FieldValues values) {
            return new ThingRequest(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("command_id").sensitive(Sensitivity.ID);
            table.text("customer_reference").sensitive(Sensitivity.ID);
            table.text("text").sensitive(Sensitivity.TEXT);
            table.int32("count").range(1, 10);
        }
    }
}
