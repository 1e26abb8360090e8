package org.telnyx4j.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/** An enum of whole numbers, as the generator writes it. */
public final class SampleRate extends OpenEnum<Integer> {
    public static final SampleRate NUMBER_8000 = new SampleRate(8000);
    public static final SampleRate NUMBER_16000 = new SampleRate(16000);

    /** The type, for the tables of models. */
    public static final EnumType<SampleRate> TYPE = new Type();

    private static final List<SampleRate> knownValues = List.of(NUMBER_8000, NUMBER_16000);

    private SampleRate(Integer value) {
        super(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SampleRate fromValue(Integer value) {
        SampleRate known = find(knownValues, value);
        return known == null ? new SampleRate(value) : known;
    }

    public static List<SampleRate> knownValues() {
        return knownValues;
    }

    private static final class Type extends EnumType<SampleRate> {
        Type() {
            super("SampleRate", JsonTypes.INT32);
        }

        @Override
        protected SampleRate create(Object value) {
            return fromValue((Integer) value);
        }

        @Override
        public List<SampleRate> knownValues() {
            return knownValues;
        }
    }
}
