package org.telnyx4j.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What reading and writing need of a {@link ModelType}: the table of the fields, and how a model is created of their
 * values.
 *
 * @param <T> the class of the model
 */
abstract class ModelSchema<T> extends JsonType {
    private final String name;
    // Not volatile: a table may be handed over by a race, and to build it twice does no harm.
    private @Nullable FieldTable fields;

    ModelSchema(String name) {
        super(Kind.MODEL, null);
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Creates a model.
     *
     * @param values the values of its fields
     * @return the model
     */
    protected abstract T create(FieldValues values);

    /**
     * Describes the fields in the order in which they are written.
     *
     * @param table takes the descriptions
     */
    protected abstract void describe(FieldTable.Builder table);

    /**
     * Returns the simple name of the model's class.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * Returns the table of the fields.
     *
     * @return the table
     */
    public final FieldTable fields() {
        FieldTable described = fields;
        if (described == null) {
            FieldTable.Builder builder = new FieldTable.Builder();
            describe(builder);
            described = builder.build();
            fields = described;
        }
        return described;
    }

    @Override
    public final String toString() {
        return name;
    }
}
