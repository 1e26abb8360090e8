package org.telnyx4j.conformance;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telnyx4j.generated.invoker.OpenEnum;
import org.telnyx4j.generated.model.VoiceSettings;
import org.telnyx4j.messaging.Encoding;
import org.telnyx4j.messaging.profiles.NumberPool;
import org.telnyx4j.messaging.profiles.UrlShortener;
import org.telnyx4j.numbers.Forwarding;
import org.telnyx4j.numbers.NumberFeature;
import org.telnyx4j.numbers.NumberOrderStatus;
import org.telnyx4j.numbers.NumberOrderUpdate;
import org.telnyx4j.numbers.NumberType;
import org.telnyx4j.voice.CallControlId;
import org.telnyx4j.voice.CustomHeader;

/** Fills builders to the last option, whatever options they have. */
final class Filled {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("from", "+14155550100"),
            Map.entry("areaCode", "416"),
            Map.entry("customHeader", "X-First"),
            Map.entry("startsWith", "555"),
            Map.entry("endsWith", "23"),
            Map.entry("contains", "550"),
            Map.entry("countryCode", "CA"),
            Map.entry("phoneNumberDigits", "14165550123"),
            Map.entry("translatedNumber", "+14165550123"),
            Map.entry("countries", "CA"),
            Map.entry("whitelistedDestinations", "CA"),
            Map.entry("alphaSender", "Acme"),
            Map.entry("webhookApiVersion", "2"),
            Map.entry("status", "active"),
            Map.entry("sort", "phone_number"),
            Map.entry("source", "purchased"),
            Map.entry("usagePaymentMethod", "channel"),
            Map.entry("inboundCallScreening", "flag_calls"),
            Map.entry("callRecordingFormat", "wav"),
            Map.entry("callRecordingChannels", "dual"),
            Map.entry("cnamListingDetails", "Acme"),
            Map.entry("externalPin", "12345678"),
            Map.entry("terminatingDigit", "#"),
            Map.entry("validDigits", "0123456789"),
            Map.entry("sendDigitsOnAnswer", "1w2"),
            Map.entry("preferredCodecs", "PCMU,OPUS"),
            Map.entry("targetLegs", "both"),
            Map.entry("userToUserHeader", "4a6f"),
            Map.entry("voice", "female"));

    private Filled() {}

    /** Calls every method of a builder that sets something, but for those named. */
    static <B> B in(B builder, String... exceptions) {
        Set<String> left = Set.of(exceptions);
        Arrays.stream(builder.getClass().getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getReturnType().isInstance(builder) && method.getReturnType() != Object.class)
                .filter(method -> !Set.of("customize", "requestOptions").contains(method.getName()))
                .filter(method -> !left.contains(method.getName()))
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method -> set(builder, method));
        return builder;
    }

    private static void set(Object builder, Method method) {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> value(
                        method.getName(),
                        parameter.getType(),
                        parameter.getParameterizedType().getTypeName()))
                .toArray();
        try {
            method.invoke(builder, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " refuses " + Arrays.toString(arguments), e);
        }
    }

    private static Object value(String name, Class<?> type, String generic) {
        if (type == List.class) {
            return List.of(
                    generic.contains("CustomHeader")
                            ? new CustomHeader("X-Second", "2")
                            : generic.contains("NumberFeature") ? NumberFeature.VOICE : text(name));
        }
        if (OpenEnum.class.isAssignableFrom(type)) {
            return firstOf(type);
        }
        if (type == NumberPool.class) {
            return in(NumberPool.builder()).build();
        }
        if (type == UrlShortener.class) {
            return in(UrlShortener.builder()).build();
        }
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(String.class, text(name)),
                Map.entry(boolean.class, true),
                Map.entry(int.class, 3),
                Map.entry(BigDecimal.class, new BigDecimal("1.5")),
                Map.entry(Duration.class, duration(name)),
                Map.entry(Instant.class, Instant.now().plus(Duration.ofHours(2))),
                Map.entry(CallControlId.class, CallControlId.of("v3:other")),
                Map.entry(Encoding.class, Encoding.UCS2),
                Map.entry(NumberType.class, NumberType.LOCAL),
                Map.entry(NumberFeature.class, NumberFeature.SMS),
                Map.entry(NumberOrderStatus.class, NumberOrderStatus.SUCCESS),
                Map.entry(VoiceSettings.class, new VoiceSettings()),
                Map.entry(Forwarding.class, Forwarding.always("+14165550124")),
                Map.entry(
                        NumberOrderUpdate.Requirement.class,
                        new NumberOrderUpdate.Requirement("40385f64-5717-4562-b3fc-2c963f66afa6", "value")));
        Object value = values.get(type);
        if (value == null) {
            throw new AssertionError("No value known for " + name + " of " + type);
        }
        return value;
    }

    private static Duration duration(String name) {
        return switch (name) {
            case "toneDuration" -> Duration.ofMillis(250);
            case "timeLimit" -> Duration.ofMinutes(5);
            default -> Duration.ofSeconds(6);
        };
    }

    private static String text(String name) {
        if (name.endsWith("Url") || name.endsWith("Urls")) {
            return "https://example.com/" + name;
        }
        if (name.endsWith("Id")) {
            return "40385f64-5717-4562-b3fc-2c963f66afa6";
        }
        return TEXTS.getOrDefault(name, "text of " + name);
    }

    private static Object firstOf(Class<?> type) {
        try {
            return ((List<?>) type.getMethod("knownValues").invoke(null)).get(0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
