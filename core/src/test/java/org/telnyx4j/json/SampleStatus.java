package org.telnyx4j.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/** An enum of strings, as the generator writes it. */
public final class SampleStatus extends OpenEnum<String> {
    public static final SampleStatus QUEUED = new SampleStatus("queued");
    public static final SampleStatus SENT = new SampleStatus("sent");

    /** The type, for the tables of models. */
    public static final EnumType<SampleStatus> TYPE = new Type();

    // Not in capitals, for it might then be the name of a value.
    private static final List<SampleStatus> knownValues = List.of(QUEUED, SENT);

    private SampleStatus(String value) {
        super(value);
    }

    /** Returns the value as a constant where the specification knows it, else as a new object. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SampleStatus fromValue(String value) {
        SampleStatus known = find(knownValues, value);
        return known == null ? new SampleStatus(value) : known;
    }

    /** Returns the values that the specification lists. */
    public static List<SampleStatus> knownValues() {
        return knownValues;
    }

    private static final class Type extends EnumType<SampleStatus> {
        Type() {
            super("SampleStatus", JsonTypes.TEXT);
        }

        @Override
        protected SampleStatus create(Object value) {
            return fromValue((String) value);
        }

        @Override
        public List<SampleStatus> knownValues() {
            return knownValues;
        }
    }
}
