package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.numbers.PurchasedNumber;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** What all results have in common, found by reflection, so a new one cannot be forgotten. */
class ResultsTest {
    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final tools.jackson.databind.ObjectMapper JACKSON_3 =
            tools.jackson.databind.json.JsonMapper.builder()
                    .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final String PRIVATE = "+14165550123";

    /** Anything that Telnyx may send, also fields that the specification does not have, and numbers of any size. */
    private static final String SENT = """
            {"id":"40385f64-5717","phone_number":"+14165550123","record_type":"thing","status":"a_new_status",
             "name":null,"call_control_id":"v3:leg","is_alive":true,"phone_numbers_count":2,
             "a_new_field":{"of":["any",1.50,12345678901234567890,false,null]},"features":[{"name":"sms"}],"to":"+14165550123"}
            """;

    /** As little as there can be: a leg without its id is of no use. */
    private static final String LEAST = "{\"call_control_id\":\"v3:leg\"}";

    /** What an operation may return that is no result: what several steps did is no data of Telnyx's, and has results. */
    private static final Set<Type> NO_RESULTS =
            Set.of(void.class, RawApi.class, MessagingProfileChange.class, PurchasedNumber.class, Settlement.class);

    private static final Set<Type> WRAPPERS = Set.of(Optional.class, List.class, PagedList.class, Page.class);

    private static final List<Class<?>> RESULTS = find();

    static List<Class<?>> results() {
        return RESULTS;
    }

    private static List<Class<?>> find() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.telnyx4j").stream()
                        .filter(type -> type.isAssignableTo(Result.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .toList();
    }

    private static Type unwrapped(Type type) {
        return type instanceof ParameterizedType generic && WRAPPERS.contains(generic.getRawType())
                ? unwrapped(generic.getActualTypeArguments()[0])
                : type;
    }

    @Test
    void everythingThatAnOperationReturnsIsAResult() {
        Set<String> others = Arrays.stream(TelnyxOperations.class.getMethods())
                .filter(accessor -> accessor.getReturnType() != AsyncTelnyxOperations.class)
                .flatMap(accessor -> accessor.getReturnType() == RawApi.class
                        ? Stream.of(accessor)
                        : Arrays.stream(accessor.getReturnType().getMethods()))
                .map(method -> unwrapped(method.getGenericReturnType()))
                .filter(type -> !NO_RESULTS.contains(type)
                        && !(type instanceof Class<?> result && Result.class.isAssignableFrom(result)))
                .map(Type::getTypeName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEmpty();
        assertThat(results()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultIsReadBackFromItsJson(Class<?> type) throws Exception {
        Result<?> result = fromJson(type, SENT);

        assertThat(tree(result.toJson())).isEqualTo(tree(SENT));
        assertThat(fromJson(type, result.toJson())).isEqualTo(result).hasSameHashCodeAs(result);
        assertThat(type.getMethod("fromMap", Map.class).invoke(null, result.toMap()))
                .isEqualTo(result);
        assertThat(result.requestId()).isEmpty();
        assertThat(result.rateLimit()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void jackson2WritesWhatTelnyxSentAndReadsItBack(Class<?> type) throws Exception {
        Result<?> result = fromJson(type, SENT);

        String written = JACKSON_2.writeValueAsString(result);

        assertThat(tree(written)).isEqualTo(tree(SENT));
        assertThat(JACKSON_2.<Object>readValue(written, JACKSON_2.constructType(type)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("results")
    void jackson3WritesWhatTelnyxSentAndReadsItBack(Class<?> type) throws Exception {
        Result<?> result = fromJson(type, SENT);

        String written = JACKSON_3.writeValueAsString(result);

        assertThat(tree(written)).isEqualTo(tree(SENT));
        assertThat(JACKSON_3.<Object>readValue(written, JACKSON_3.constructType(type)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultIsPrintedWithNothingPrivate(Class<?> type) throws Exception {
        assertThat(fromJson(type, SENT).toString())
                .startsWith(type.getSimpleName())
                .doesNotContain(PRIVATE, PRIVATE.substring(1), "any");
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultWithNothingInItIsReadAndPrinted(Class<?> type) throws Exception {
        Result<?> empty = fromJson(type, LEAST);

        assertThat(empty.toJson()).isEqualTo(LEAST);
        assertThat(empty.toString()).startsWith(type.getSimpleName());
        assertThat(empty).isNotEqualTo(fromJson(type, SENT));
    }

    @ParameterizedTest
    @MethodSource("results")
    void noAccessorFailsOnWhatIsMissing(Class<?> type) throws Exception {
        Result<?> empty = fromJson(type, LEAST);
        for (Method method : type.getMethods()) {
            boolean isAccessor = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class;
            if (isAccessor) {
                method.invoke(empty);
            }
        }
    }

    @Test
    void resultsOfDifferentClassesAreNotEqual() throws Exception {
        List<Result<?>> all = new ArrayList<>();
        for (Class<?> type : results()) {
            all.add(fromJson(type, SENT));
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    private static Object tree(String json) throws Exception {
        return JACKSON_2.readTree(json);
    }

    private static Result<?> fromJson(Class<?> type, String json) throws Exception {
        Result<?> result = (Result<?>) type.getMethod("fromJson", String.class).invoke(null, json);
        JsonModel raw = Objects.requireNonNull(result).raw();
        assertThat(raw).isNotNull();
        return result;
    }
}
