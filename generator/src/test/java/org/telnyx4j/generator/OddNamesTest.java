package org.telnyx4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** Whatever names a specification has, what is generated compiles and works. */
class OddNamesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static CompiledClient client;

    @BeforeAll
    static void generateAndCompile() throws Exception {
        client = CompiledClient.of(Path.of(resource("odd-names.yaml")), folder);
    }

    private static URI resource(String name) throws Exception {
        return Objects.requireNonNull(OddNamesTest.class.getResource("/" + name))
                .toURI();
    }

    private static String source(String name) throws IOException {
        return client.source(name);
    }

    private static ModelType<?> type(String name) throws ReflectiveOperationException {
        return client.type(name);
    }

    private static Field field(String name) throws ReflectiveOperationException {
        return Objects.requireNonNull(type("Odd").fields().find(name), name);
    }

    @Test
    void namesThatJavaDoesNotAllow_getOnesThatItDoes() throws Exception {
        assertThat(source("model/Odd"))
                .contains("public Builder classValue(@Nullable String classValue)")
                .contains("public Builder waitValue(@Nullable Long waitValue)")
                .contains("public Builder defaultValue(@Nullable Boolean defaultValue)")
                .contains("public Builder itS(@Nullable String itS)")
                .contains("public Builder quoted(@Nullable String quoted)")
                .contains("public Builder aB(@Nullable String aB)")
                .contains("public Builder aB2(@Nullable String aB2)")
                .contains("public Builder number1st(@Nullable String number1st)")
                .contains("public Builder toStringValue(")
                .contains("public Builder url(@Nullable String url)");
        assertThat(type("StringModel").name()).isEqualTo("StringModel");
        assertThat(type("ListModel").fields().size()).isEqualTo(2);
    }

    @Test
    void aNameOnTheWire_staysWhatItIs() throws Exception {
        String json =
                "{\"class\":\"c\",\"it's\":\"i\",\"\\\"quoted\\\\\":\"q\",\"$id\":\"d\",\"a-b\":\"1\",\"a_b\":\"2\"}";

        assertThat(((JsonModel) type("Odd").fromJson(json)).toJson()).isEqualTo(json);
    }

    @Test
    void aUnit_makesADurationWithoutItsSuffix_unlessThatNameIsTaken() throws Exception {
        assertThat(source("model/Odd"))
                .contains("public @Nullable Duration getTimeout()")
                .contains("public @Nullable Duration getPauseMillis()")
                .contains("public @Nullable String getPause()")
                .contains("public @Nullable List<Duration> getRetries()");
        JsonModel model = (JsonModel) type("Odd").fromJson("{\"timeout_secs\":30,\"retries_ms\":[1500]}");
        assertThat(model.get("timeout_secs")).isEqualTo(Duration.ofSeconds(30));
        assertThat(model.get("retries_ms")).isEqualTo(List.of(Duration.ofMillis(1500)));
    }

    @Test
    void facts_areInTheTableAndInTheComment() throws Exception {
        assertThat(field("timeout_secs").least()).hasToString("5");
        assertThat(field("timeout_secs").most()).hasToString("600");
        assertThat(field("least").least()).hasToString("0.5");
        assertThat(field("most").most()).hasToString("12345678901");
        assertThat(field("class").isRequired()).isTrue();
        assertThat(field("nothing").isNullable()).isTrue();
        assertThat(field("URL").format()).hasToString("HTTP_URL");
        assertThat(field("URL").sensitivity()).hasToString("URL");
        assertThat(field("retries_ms").maxItems()).isEqualTo(3);
        assertThat(type("Odd").fields().rules()).hasSize(3);
        assertThat(source("model/Odd"))
                .contains("How long it rings. From 5 to 600 seconds.")
                .contains("A pause of 5 to 600 ms.\n")
                .contains("The field {@code patience_secs}. When left out, Telnyx assumes {@code 30} seconds.")
                .contains(
                        "{@code odd} names, &lt;b&gt;bold&lt;/b&gt; &amp; more: *&#47; &#123;&#64;link x&#125; &#92;u0022.");
    }

    @Test
    void enumsAreNamedByTheirProperty_unlessTheNameIsTaken() throws Exception {
        assertThat(source("model/Odd"))
                .contains("public static final class BuilderEnum extends OpenEnum<String>")
                .contains("public static final class Type extends OpenEnum<String>")
                .contains("public static final class TableEnum extends OpenEnum<String>")
                .contains("public static final class ObjectEnum extends OpenEnum<String>")
                .contains("public static final class StatusEnum extends OpenEnum<String>")
                .contains("public static final class OddEnum extends OpenEnum<String>")
                .contains("public static final class Rate extends OpenEnum<Integer>")
                .contains("public @Nullable Status getOther()")
                .contains("BuilderEnum EMPTY = known(\"\")")
                .contains("BuilderEnum A_B = known(\"a-b\")")
                .contains("BuilderEnum A_B2 = known(\"A_B\")")
                .contains("BuilderEnum TYPE2 = known(\"TYPE\")");
    }

    @Test
    void anItemOfTwoRequiredStrings_canBeAddedAsAPair() throws Exception {
        assertThat(source("model/Odd"))
                .contains("public Builder addHeader(ListModel item)")
                .contains("public Builder addHeader(String name, String value)")
                .contains("public Builder addParent(Odd item)");
    }

    @Test
    void aQuery_hasShortNamesWhereTheyAreClear() throws Exception {
        assertThat(source("model/DoThingQuery"))
                .contains("public Builder filterName(")
                .contains("public Builder name(")
                .contains("public Builder status(@Nullable Status status)")
                .contains("public Builder pageSize(");
        assertThat(Objects.requireNonNull(type("DoThingQuery").fields().find("ids"))
                        .isExploded())
                .isTrue();
        assertThat(Objects.requireNonNull(type("DoThingQuery").fields().find("tags"))
                        .isExploded())
                .isFalse();
    }

    @Test
    void anOperation_hasWhatTheSpecificationSaysOfIt() throws Exception {
        assertThat(source("api/OddThingsApi"))
                .contains("\"doThing\", \"odd.do\", \"POST\", \"/things/{class}/{thing-id}\", Idempotency.DEDUPLICATED")
                .contains(
                        "@Deprecated\n    public void doThing(String classValue, String thingId, DoThingQuery query, Odd request)")
                .contains("public ApiResponse<@Nullable Void> doThingWithHttpInfo(")
                .contains("public StringModel listThings()")
                .contains("\"listThings\", \"odd_things.list\", \"GET\", \"/things\", Idempotency.IDEMPOTENT");
        assertThat(source("api/RawApi")).contains("public OddThingsApi oddThings()");
    }

    @Test
    void anEvent_isInTheFamilyThatItsTypeNames() throws Exception {
        assertThat(source("event/ThingEvent"))
                .contains("public sealed interface ThingEvent extends WebhookEvent")
                .contains("final class DoneObject extends TypedEvent<Odd> implements ThingEvent")
                .contains("final class Failed extends TypedEvent<Odd> implements ThingEvent");
        assertThat(source("event/EventTypes"))
                .contains("case \"thing.done.object\" -> new ThingEvent.DoneObject(body);");
        // Events are read without a class for their envelope.
        assertThat(client.file("model/ThingDoneEvent")).doesNotExist();
    }
}
