package org.telnyx4j.internal.validation;

import java.util.Locale;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.FieldValues;
import org.telnyx4j.json.Format;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonTypes;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.json.Sensitivity;

/** A request with a field for every rule that a table can have. */
final class RequestModel extends JsonModel {
    static final ModelType<RequestModel> TYPE = new Type();

    private RequestModel(FieldValues values) {
        super(TYPE, values);
    }

    private static final class Type extends ModelType<RequestModel> {
        Type() {
            super("RequestModel");
        }

        @Override
        protected RequestModel create(FieldValues values) {
            return new RequestModel(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("name").required();
            table.text("note").nullable();
            for (Format format : Format.values()) {
                if (format != Format.LOOP && format != Format.DESTINATION && format != Format.COUNTRY_OR_ALL) {
                    table.text(format.name().toLowerCase(Locale.ROOT)).format(format);
                }
            }
            table.any("destination")
                    .format(Format.DESTINATION)
                    .sensitive(Sensitivity.PHONE_NUMBER)
                    .minItems(1);
            table.list("country_or_all")
                    .of(JsonTypes.TEXT)
                    .format(Format.COUNTRY_OR_ALL)
                    .minItems(1);
            table.any("loop").format(Format.LOOP).range(1, 100);
            table.any("loop_without_range").format(Format.LOOP);
            table.text("file_name").format(Format.NOT_BLANK).maxLength(40);
            table.text("gather_id").length(2, 4);
            table.text("least_length").minLength(3);
            table.text("most_length").maxLength(3);
            table.text("codec").pattern("^[A-Z]+$").sensitive(Sensitivity.NONE);
            table.text("number").format(Format.E164).sensitive(Sensitivity.PHONE_NUMBER);
            table.text("url").format(Format.HTTP_URL).sensitive(Sensitivity.URL);
            table.text("secret").maxLength(3).sensitive(Sensitivity.CREDENTIAL);
            table.text("id").maxLength(20).sensitive(Sensitivity.ID);
            table.text("leg").format(Format.CALL_CONTROL_ID).sensitive(Sensitivity.ID);
            table.int32("count").range(2, 5);
            table.int32("at_least").atLeast(1);
            table.int32("at_most").atMost(9);
            table.decimal("weight").atLeast(0);
            table.decimal("speed").range(0.1, 4.0);
            table.seconds("timeout_secs").range(5, 600);
            table.milliseconds("pause_millis").atLeast(1);
            table.minutes("validity_minutes").atMost(60);
            table.list("tags").of(JsonTypes.TEXT).items(2, 3).maxLength(5).uniqueItems();
            table.list("media_urls").of(JsonTypes.TEXT).format(Format.HTTP_URL).sensitive(Sensitivity.URL);
            table.list("lines").of(Line.TYPE).minItems(1).uniqueBy("phone_number");
            table.map("by_key").of(JsonTypes.TEXT).maxLength(3);
            table.bool("flag");
            table.text("if_flag");
            table.text("if_note");
            table.int32("minimum_digits");
            table.int32("maximum_digits");
            table.seconds("shorter");
            table.seconds("longer");
            table.text("a");
            table.text("b");
            table.text("c");
            table.requiredWith("if_flag", "flag");
            table.requiredWith("if_note", "note");
            table.ascending("minimum_digits", "maximum_digits");
            table.ascending("shorter", "longer");
            table.atMostOneOf("a", "b", "c");
        }
    }

    /** A line of an order. */
    static final class Line extends JsonModel {
        static final ModelType<Line> TYPE = new LineType();

        private Line(FieldValues values) {
            super(TYPE, values);
        }
    }

    private static final class LineType extends ModelType<Line> {
        LineType() {
            super("Line");
        }

        @Override
        protected Line create(FieldValues values) {
            return new Line(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("phone_number").required().format(Format.E164).sensitive(Sensitivity.PHONE_NUMBER);
            table.text("bundle_id").format(Format.NOT_BLANK).sensitive(Sensitivity.ID);
        }
    }

    /** An update, of which something must be set. */
    static final class Update extends JsonModel {
        static final ModelType<Update> TYPE = new UpdateType();

        private Update(FieldValues values) {
            super(TYPE, values);
        }
    }

    private static final class UpdateType extends ModelType<Update> {
        UpdateType() {
            super("Update");
        }

        @Override
        protected Update create(FieldValues values) {
            return new Update(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("from");
            table.text("messaging_profile_id");
            table.text("text");
            table.text("media").nullable();
            table.minProperties(1);
            table.exactlyOneOf("from", "messaging_profile_id");
            table.atLeastOneOf("text", "media");
        }
    }
}
