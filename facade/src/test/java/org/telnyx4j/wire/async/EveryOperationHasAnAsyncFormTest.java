package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.AsyncTelnyxOperations;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.paging.AsyncPagedList;
import org.telnyx4j.paging.PagedList;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Arguments;
import org.telnyx4j.specification.FacadeMethod;
import org.telnyx4j.specification.Samples.Kind;

/** Whatever the facade can do, it can do asynchronously; what is added to it is here without an edit. */
class EveryOperationHasAnAsyncFormTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ours();
    private static final Map<String, String> STRINGS = Map.of(
            "destination", "+14165550123",
            "sipUri", "sip:+14155550101@trunk.livekit.cloud",
            "audioUrl", "https://example.com/a.mp3",
            "digits", "1",
            "areaCode", "416",
            "phoneNumber", "+14165550123");

    static Stream<FacadeMethod> operations() {
        return FacadeMethod.all().stream();
    }

    @Test
    void everyDomainHasOneAndNothingElseHas() {
        Set<String> expected = new HashSet<>();
        for (Method domain : TelnyxOperations.class.getMethods()) {
            if (domain.getReturnType() != AsyncTelnyxOperations.class) {
                expected.add(domain.getName());
            }
        }
        assertThat(Arrays.stream(AsyncTelnyxOperations.class.getMethods()).map(Method::getName))
                .hasSameElementsAs(expected);
        for (Method domain : TelnyxOperations.class.getMethods()) {
            if (domain.getReturnType() != AsyncTelnyxOperations.class && domain.getReturnType() != RawApi.class) {
                Class<?> async = asyncDomain(domain).getReturnType();
                assertThat(async.getMethods())
                        .hasSameSizeAs(Arrays.stream(domain.getReturnType().getMethods())
                                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theAsyncFormHasTheSameArgumentsAndAFutureOfTheResult(FacadeMethod operation) throws Exception {
        Method async = asyncForm(operation);
        Type returned = operation.method().getGenericReturnType();
        ParameterizedType future = (ParameterizedType) async.getGenericReturnType();

        assertThat(async.getGenericParameterTypes())
                .isEqualTo(operation.method().getGenericParameterTypes());
        if (operation.method().getReturnType() == PagedList.class) {
            assertThat(future.getRawType()).isEqualTo(AsyncPagedList.class);
            assertThat(future.getActualTypeArguments())
                    .isEqualTo(((ParameterizedType) returned).getActualTypeArguments());
        } else {
            assertThat(future.getRawType()).isEqualTo(TelnyxFuture.class);
            assertThat(future.getActualTypeArguments()[0]).isEqualTo(returned == void.class ? Void.class : returned);
        }
    }

    /** Also where it never gets a thread: then it is the generated code that names it. */
    @ParameterizedTest
    @MethodSource("operations")
    void itIsCalledWhatItIsCalledOtherwise(FacadeMethod operation) throws Exception {
        List<Runnable> neverRun = new ArrayList<>();
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("key")
                .from("+14165550199")
                .connectionId("1")
                .async(AsyncOptions.builder().executor(neverRun::add).build())
                .build()) {
            Object domain = asyncDomain(operation.domain()).invoke(telnyx.async());
            Object result =
                    asyncForm(operation).invoke(domain, arguments(operation).toArray());
            TelnyxFuture<?> future =
                    result instanceof AsyncPagedList<?> list ? list.firstPage() : (TelnyxFuture<?>) result;
            assertThat(neverRun).hasSize(1);
            assertThat(future.cancel(true)).isTrue();

            Throwable ended = future.ended().handle((value, e) -> e).get();
            assertThat(ended).isInstanceOf(TelnyxException.class);
            TelnyxException failure = (TelnyxException) ended;
            assertThat(failure.operation()).isEqualTo(operation.name());
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(failure).isNotInstanceOf(TelnyxValidationException.class);
        }
    }

    private static Method asyncForm(FacadeMethod operation) throws NoSuchMethodException {
        return asyncDomain(operation.domain())
                .getReturnType()
                .getMethod(operation.method().getName(), operation.method().getParameterTypes());
    }

    private static Method asyncDomain(Method domain) {
        try {
            Method async = AsyncTelnyxOperations.class.getMethod(domain.getName());
            assertThat(async.getReturnType().getSimpleName())
                    .isEqualTo("Async" + domain.getReturnType().getSimpleName());
            return async;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Object> arguments(FacadeMethod operation) {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(Duration.class, Duration.ofSeconds(20));
        values.put(SettlementQuery.class, SettlementQuery.none());
        values.put(PurchaseOptions.class, PurchaseOptions.none());
        values.put(NumberOrderResult.class, NumberOrderResult.fromJson("{\"id\":\"1\",\"status\":\"pending\"}"));
        List<Object> arguments = new Arguments(DOCUMENT, Kind.REQUIRED, 0).of(operation.method(), values, STRINGS);
        assertThat(arguments).isNotNull();
        return arguments;
    }
}
