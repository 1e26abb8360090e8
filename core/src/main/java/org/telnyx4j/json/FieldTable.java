package org.telnyx4j.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a model in the order in which they are written, and how they go together. Safe for use by any number of threads. */
public final class FieldTable {
    private final List<Field> fields;
    private final Field[] byIndex;
    /** Open addressing: the field whose name has this hash, or the next place that holds it. */
    private final @Nullable Field[] byHash;

    /**
     * The field that came after another when JSON was first read, at the place behind the other's; the first one at 0. A
     * guess with which the reader compares a name, so a race for it does no harm: a field is immutable.
     */
    private final @Nullable Field[] after;

    private final List<Rule> rules;
    private final int minProperties;

    private FieldTable(Builder builder) {
        int size = builder.specs.size();
        this.byIndex = new Field[size];
        this.after = new Field[size + 1];
        this.byHash = new Field[Integer.highestOneBit(Math.max(1, size)) * 4];
        for (int i = 0; i < size; i++) {
            byIndex[i] = new Field(i, builder.specs.get(i));
            place(byIndex[i]);
        }
        this.fields = List.of(byIndex);
        this.rules = List.copyOf(builder.rules);
        this.minProperties = builder.minProperties;
        for (Rule rule : rules) {
            for (String name : rule.fields()) {
                if (find(name) == null) {
                    throw new IllegalStateException("There is a rule for " + name + ", which is no field");
                }
            }
        }
    }

    private void place(Field field) {
        int at = slot(field.name());
        for (Field there = byHash[at]; there != null; there = byHash[at]) {
            if (there.name().equals(field.name())) {
                throw new IllegalStateException("The field " + field.name() + " is there twice");
            }
            at = (at + 1) & (byHash.length - 1);
        }
        byHash[at] = field;
    }

    private int slot(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 15)) & (byHash.length - 1);
    }

    /**
     * Returns all fields.
     *
     * @return the fields, in the order in which they are written
     */
    public List<Field> fields() {
        return fields;
    }

    /**
     * Returns a field.
     *
     * @param index its place
     * @return the field
     */
    public Field field(int index) {
        return byIndex[index];
    }

    /**
     * Returns the number of fields.
     *
     * @return the number
     */
    public int size() {
        return byIndex.length;
    }

    /**
     * Looks up a field.
     *
     * @param name its name on the wire
     * @return the field, or null where there is none of that name
     */
    public @Nullable Field find(String name) {
        int at = slot(name);
        for (Field there = byHash[at]; there != null; there = byHash[at]) {
            if (there.name().equals(name)) {
                return there;
            }
            at = (at + 1) & (byHash.length - 1);
        }
        return null;
    }

    /** Returns the field that usually comes after another, or first where that is null. Returns null where it is not known. */
    @Nullable
    Field usuallyAfter(@Nullable Field before) {
        return after[before == null ? 0 : before.index() + 1];
    }

    /** Learns which field comes after another. What was learnt first stays: threads must not overwrite it in turn. */
    void came(Field field, @Nullable Field before) {
        int at = before == null ? 0 : before.index() + 1;
        if (after[at] == null) {
            after[at] = field;
        }
    }

    /**
     * Returns how the fields go together.
     *
     * @return the rules
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Returns how many fields a request must set.
     *
     * @return the number, 0 where there is no limit
     */
    public int minProperties() {
        return minProperties;
    }

    /** Collects the fields of a table. For generated code. Mutable, for one thread. */
    public static final class Builder {
        private final List<FieldSpec> specs = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private int minProperties;

        Builder() {}

        private FieldSpec add(String name, JsonType type) {
            FieldSpec spec = new FieldSpec(name, type);
            specs.add(spec);
            return spec;
        }

        /**
         * Adds a string.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec text(String name) {
            return add(name, JsonTypes.TEXT);
        }

        /**
         * Adds a boolean.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec bool(String name) {
            return add(name, JsonTypes.BOOL);
        }

        /**
         * Adds a whole number of 32 bits.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec int32(String name) {
            return add(name, JsonTypes.INT32);
        }

        /**
         * Adds a whole number of 64 bits.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec int64(String name) {
            return add(name, JsonTypes.INT64);
        }

        /**
         * Adds a number that keeps all of its digits.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec decimal(String name) {
            return add(name, JsonTypes.DECIMAL);
        }

        /**
         * Adds an RFC 3339 time.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec dateTime(String name) {
            return add(name, JsonTypes.DATE_TIME);
        }

        /**
         * Adds a date.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec date(String name) {
            return add(name, JsonTypes.DATE);
        }

        /**
         * Adds a duration in seconds.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec seconds(String name) {
            return add(name, JsonTypes.SECONDS);
        }

        /**
         * Adds a duration in milliseconds.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec milliseconds(String name) {
            return add(name, JsonTypes.MILLISECONDS);
        }

        /**
         * Adds a duration in minutes.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec minutes(String name) {
            return add(name, JsonTypes.MINUTES);
        }

        /**
         * Adds a field that can be any JSON.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec any(String name) {
            return add(name, JsonTypes.ANY);
        }

        /**
         * Adds an enum.
         *
         * @param name the name on the wire
         * @param type the enum
         * @return the field's description, to go on with
         */
        public FieldSpec enumeration(String name, EnumType<?> type) {
            return add(name, type);
        }

        /**
         * Adds a model.
         *
         * @param name the name on the wire
         * @param type the {@code TYPE} of the model's class
         * @return the field's description, to go on with
         */
        public FieldSpec model(String name, JsonType type) {
            if (type.kind() != JsonType.Kind.MODEL) {
                throw new IllegalArgumentException("The type of " + name + " is not that of a model");
            }
            return add(name, type);
        }

        /**
         * Adds a list, of anything where {@link FieldSpec#of} does not follow.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec list(String name) {
            return add(name, JsonTypes.list(JsonTypes.ANY));
        }

        /**
         * Adds an object with keys of the caller's own, and values of any kind where {@link FieldSpec#of} does not
         * follow.
         *
         * @param name the name on the wire
         * @return the field's description, to go on with
         */
        public FieldSpec map(String name) {
            return add(name, JsonTypes.map(JsonTypes.ANY));
        }

        /**
         * Requires one of several fields and refuses more.
         *
         * @param names the names on the wire
         */
        public void exactlyOneOf(String... names) {
            rules.add(new Rule(Rule.Kind.EXACTLY_ONE_OF, Arrays.asList(names)));
        }

        /**
         * Refuses more than one of several fields.
         *
         * @param names the names on the wire
         */
        public void atMostOneOf(String... names) {
            rules.add(new Rule(Rule.Kind.AT_MOST_ONE_OF, Arrays.asList(names)));
        }

        /**
         * Requires one or more of several fields.
         *
         * @param names the names on the wire
         */
        public void atLeastOneOf(String... names) {
            rules.add(new Rule(Rule.Kind.AT_LEAST_ONE_OF, Arrays.asList(names)));
        }

        /**
         * Requires a field where another is set; where the other is a boolean, if it is true.
         *
         * @param name the name of the field that is then required
         * @param conditions the names of the fields that require it
         */
        public void requiredWith(String name, String... conditions) {
            List<String> names = new ArrayList<>();
            names.add(name);
            names.addAll(Arrays.asList(conditions));
            rules.add(new Rule(Rule.Kind.REQUIRED_WITH, names));
        }

        /**
         * Refuses a field that is greater than another.
         *
         * @param lesser the name of the field that must not be greater
         * @param greater the name of the other field
         */
        public void ascending(String lesser, String greater) {
            rules.add(new Rule(Rule.Kind.ASCENDING, List.of(lesser, greater)));
        }

        /**
         * Requires that some fields are set.
         *
         * @param number how many, at least
         */
        public void minProperties(int number) {
            minProperties = number;
        }

        FieldTable build() {
            return new FieldTable(this);
        }
    }
}
