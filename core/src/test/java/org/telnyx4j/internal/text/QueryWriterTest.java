package org.telnyx4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.FieldValues;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonTypes;
import org.telnyx4j.json.ModelBuilder;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.json.SampleStatus;

/**
 * A filter of any other shape is silently ignored by the real API, which then answers with everything: brackets stay
 * plain, values are encoded, and a list is one value with commas.
 */
class QueryWriterTest {
    private static final class Query extends JsonModel {
        static final ModelType<Query> TYPE = new Type();

        private Query(FieldValues values) {
            super(TYPE, values);
        }
    }

    private static final class Builder extends ModelBuilder<Query, Builder> {
        Builder() {
            super(Query.TYPE);
        }

        Builder with(int index, @Nullable Object value) {
            return set(index, value);
        }
    }

    private static final class Type extends ModelType<Query> {
        Type() {
            super("Query");
        }

        @Override
        protected Query create(FieldValues values) {
            return new Query(values);
        }

        @Override
        protected void describe(FieldTable.Builder table) {
            table.text("filter[name][contains]");
            table.list("filter[country_iso_alpha2]").of(JsonTypes.TEXT);
            table.int32("page[size]");
            table.bool("filter[reservable]");
            table.enumeration("filter[status]", SampleStatus.TYPE);
            table.list("tag").of(JsonTypes.TEXT).exploded();
            table.dateTime("filter[created_at][gt]");
            table.seconds("age_secs");
        }
    }

    @Test
    void parameters_areWrittenInTheOrderOfTheTable() {
        assertThat(query(new Builder()
                        .putAdditionalProperty("sort", "a")
                        .with(7, Duration.ofSeconds(5))
                        .with(6, OffsetDateTime.parse("2026-01-01T00:00:00+01:00"))
                        .with(5, List.of("a", "b"))
                        .with(4, SampleStatus.SENT)
                        .with(3, true)
                        .with(2, 250)
                        .with(1, List.of("CA", "US"))
                        .with(0, "Vertrieb & ä= 👋")))
                .isEqualTo("?filter[name][contains]=Vertrieb%20%26%20%C3%A4%3D%20%F0%9F%91%8B"
                        + "&filter[country_iso_alpha2]=CA,US&page[size]=250&filter[reservable]=true"
                        + "&filter[status]=sent&tag=a&tag=b"
                        + "&filter[created_at][gt]=2026-01-01T00%3A00%3A00%2B01%3A00&age_secs=5&sort=a");
    }

    @Test
    void aQueryOnWhichNothingIsSet_addsNothing() {
        assertThat(query(new Builder())).isEmpty();
        assertThat(query(new Builder().with(2, null))).isEmpty();
        assertThat(query(new Builder().with(2, 20).with(2, null))).isEmpty();
        assertThat(query(new Builder().with(1, List.of()))).isEmpty();
        assertThat(query(new Builder().putAdditionalProperty("filter[new]", List.of())))
                .isEmpty();
    }

    @Test
    void aParameterThatTheSpecificationDoesNotHave_isSentAsItIsNamed() {
        assertThat(query(new Builder().putAdditionalProperty("filter[neü][a&b]", "1=2#3")))
                .isEqualTo("?filter[ne%C3%BC][a%26b]=1%3D2%233");
        assertThat(query(new Builder().putAdditionalProperty("tag[]", Arrays.asList("a", null, "b"))))
                .isEqualTo("?tag[]=a&tag[]=b");
    }

    @Test
    void aCommaWithinAnItem_isNotTheCommaBetweenItems() {
        assertThat(query(new Builder().with(1, List.of("A,B", "C")))).isEqualTo("?filter[country_iso_alpha2]=A%2CB,C");
    }

    @Test
    void whatIsSet_isNamedByToStringWithoutItsValue() {
        assertThat(new Builder().with(0, "private").with(2, 20).build())
                .hasToString("Query{filter[name][contains], page[size]}");
    }

    private static String query(Builder query) {
        StringBuilder url = new StringBuilder();
        QueryWriter.append(url, query.build());
        return url.toString();
    }
}
