package org.telnyx4j.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A builder sends what was set on it, and nothing reaches into what it has built. */
class BuilderTest {
    @Test
    void onlyWhatIsSet_isSent() {
        assertThat(SampleModel.builder().build().toJson()).isEqualTo("{}");
        assertThat(SampleModel.builder()
                        .id("a")
                        .id(null)
                        .urgent(false)
                        .tags(List.of())
                        .build()
                        .toJson())
                .isEqualTo("{\"urgent\":false,\"tags\":[]}");
    }

    @Test
    void aNullableField_isAbsentNullOrAValue() {
        assertThat(SampleModel.builder().clearWebhookUrl().build().toJson()).isEqualTo("{\"webhook_url\":null}");
        assertThat(SampleModel.builder().clearWebhookUrl().build().has("webhook_url"))
                .isTrue();
        assertThat(SampleModel.builder()
                        .clearWebhookUrl()
                        .webhookUrl(null)
                        .build()
                        .toJson())
                .isEqualTo("{}");
        assertThat(SampleModel.builder()
                        .clearWebhookUrl()
                        .webhookUrl("")
                        .build()
                        .toJson())
                .isEqualTo("{\"webhook_url\":\"\"}");
        assertThat(SampleModel.builder().webhookUrl("x").clearWebhookUrl().build())
                .isEqualTo(SampleModel.fromJson("{\"webhook_url\":null}"));
    }

    @Test
    void collections_areCopiedInAndUnmodifiableOut() {
        List<String> tags = new ArrayList<>(List.of("a"));
        Map<String, Integer> counts = new HashMap<>(Map.of("a", 1));
        List<Object> any = new ArrayList<>(List.of(1));
        SampleModel model =
                SampleModel.builder().tags(tags).counts(counts).loop(any).build();
        tags.add("b");
        counts.put("b", 2);
        any.add(2);

        assertThat(model.toJson()).isEqualTo("{\"tags\":[\"a\"],\"counts\":{\"a\":1},\"loop\":[1]}");
        assertThatThrownBy(() -> requireNonNull(model.getTags()).add("c"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> requireNonNull(model.getCounts()).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) requireNonNull(model.getLoop())).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itemsAreAddedOneByOne_andTheBuilderCanBeUsedAgain() {
        SampleModel.Builder builder = SampleModel.builder()
                .tags(List.of("a"))
                .addTag("b")
                .addCustomHeader("X-A", "1")
                .putCount("a", 1)
                .putCount("b", 2);
        SampleModel one = builder.build();
        SampleModel other = builder.addTag("c").putAdditionalProperty("new", 1).build();

        assertThat(one.getTags()).containsExactly("a", "b");
        assertThat(one.getCustomHeaders())
                .containsExactly(SampleHeader.builder().name("X-A").value("1").build());
        assertThat(one.getCounts()).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(one.getAdditionalProperties()).isEmpty();
        assertThat(other.getTags()).containsExactly("a", "b", "c");
        assertThat(other.toBuilder().addTag("d").build().getTags()).containsExactly("a", "b", "c", "d");
        assertThat(one)
                .isEqualTo(SampleModel.fromJson(one.toJson()))
                .hasSameHashCodeAs(SampleModel.fromJson(one.toJson()));
    }

    @Test
    void anItemThatIsNull_isRefusedByName() {
        assertThatThrownBy(() -> SampleModel.builder().tags(Arrays.asList("a", null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("tags");
    }

    @Test
    void toBuilder_keepsEverything() {
        SampleModel model = SampleModel.fromJson(WireFormTest.EVERYTHING);

        assertThat(model.toBuilder().build()).isEqualTo(model);
        assertThat(model.toBuilder().id(null).build().toJson())
                .isEqualTo(WireFormTest.EVERYTHING.replace("\"id\":\"m-1\",", ""));
    }

    @Test
    void additionalProperties_areSentAsTheyAre() {
        SampleModel model = SampleModel.builder()
                .to("+14165550100")
                .putAdditionalProperty("new_text", "👋")
                .putAdditionalProperty("new_object", Map.of("list", Arrays.asList(1, null)))
                .putAdditionalProperty(
                        "new_model", SampleHeader.builder().name("a").build())
                .putAdditionalProperty("new_enum", List.of(SampleStatus.SENT, SampleRate.NUMBER_8000))
                .putAdditionalProperty(
                        "new_numbers", List.of(1L, (short) 2, 3.5, 4.25f, BigInteger.TEN, new BigDecimal("1.10")))
                .putAdditionalProperty("new_null", null)
                .build();

        assertThat(model.toJson())
                .isEqualTo("{\"to\":\"+14165550100\",\"new_text\":\"👋\",\"new_object\":{\"list\":[1,null]},"
                        + "\"new_model\":{\"name\":\"a\"},\"new_enum\":[\"sent\",8000],"
                        + "\"new_numbers\":[1,2,3.5,4.25,10,1.10],\"new_null\":null}");
        assertThat(SampleModel.fromJson(model.toJson())).isEqualTo(model);
    }

    @Test
    void anAdditionalPropertyThatIsDeclared_isRefused() {
        assertThatThrownBy(() -> SampleModel.builder().putAdditionalProperty("timeout_secs", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout_secs is a field of SampleModel and has a method of its own on the builder");
    }

    @Test
    void anAdditionalPropertyThatIsNoJson_isRefusedWithoutQuotingIt() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        for (Object value : List.of(
                new CharArray("meet me"), Map.of(1, "meet me"), List.of(Map.of("a", 'c')), Double.NaN, itself)) {
            assertThatThrownBy(() -> SampleModel.builder().putAdditionalProperty("new", value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("new must ")
                    .hasMessageNotContaining("meet me");
        }
    }

    @Test
    void text_isSentAsBase64OfUtf8() {
        SampleModel model = SampleModel.builder().clientState("Köln 👋").build();

        assertThat(model.getClientState()).isEqualTo("Köln 👋");
        assertThat(model.getClientStateBase64()).isEqualTo("S8O2bG4g8J+Riw==");
        assertThat(model.toJson()).isEqualTo("{\"client_state\":\"S8O2bG4g8J+Riw==\"}");
        for (String other : List.of("no base64!", "/w==")) {
            SampleModel read = SampleModel.builder().clientStateBase64(other).build();
            assertThat(read.getClientState()).isNull();
            assertThat(read.getClientStateBase64()).isEqualTo(other);
        }
        assertThatThrownBy(() -> SampleModel.builder().clientState("\uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("client_state must not have half a surrogate pair");
    }

    @Test
    void aCopyWithAnotherValue_leavesTheModelAsItIs() {
        SampleModel model = SampleModel.fromJson("{\"id\":\"a\",\"to\":5,\"more\":1}");

        JsonModel copy = model.with("to", "b");

        assertThat(copy.toJson()).isEqualTo("{\"id\":\"a\",\"to\":\"b\",\"more\":1}");
        assertThat(model.get("to")).isEqualTo(5);
        assertThatThrownBy(() -> model.with("other", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other is no field of SampleModel");
    }

    @Test
    void enums_areOpen() {
        assertThat(SampleStatus.fromValue("sent")).isSameAs(SampleStatus.SENT);
        assertThat(SampleStatus.fromValue("new"))
                .isEqualTo(SampleStatus.fromValue("new"))
                .hasToString("new");
        assertThat((Object) SampleStatus.fromValue("8000")).isNotEqualTo(SampleRate.NUMBER_8000);
        assertThat(SampleStatus.knownValues()).containsExactly(SampleStatus.QUEUED, SampleStatus.SENT);
    }

    /** No class of JSON's. */
    private record CharArray(String text) {}
}
