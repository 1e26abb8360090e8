package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.model.CallForwarding;
import org.telnyx4j.generated.model.ForwardingType;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.testing.RawServer;

/** Long lists, odd lists and failures, through a client as an application has it. */
class NumbersOverTheWireTest {
    private static final Pattern PAGE = Pattern.compile("page\\[number]=(\\d+)");
    private static final PhoneNumberId ID = PhoneNumberId.of("1293384261075731499");
    private static final int SIZE = 250;

    @Test
    void anAccountOfTenThousandNumbersIsWalkedWithThreePagesInMemory() throws IOException {
        try (RawServer server = pages(40, "");
                Telnyx telnyx = Fixtures.client(server).build()) {
            List<WeakReference<OwnedNumber>> firstOfPages = new ArrayList<>();
            Iterator<OwnedNumber> numbers = telnyx.phoneNumbers().list().iterator();
            int read = 0;
            while (numbers.hasNext()) {
                OwnedNumber number = numbers.next();
                if (read++ % SIZE == 0) {
                    firstOfPages.add(new WeakReference<>(number));
                }
            }
            System.gc();

            assertThat(read).isEqualTo(10_000);
            assertThat(firstOfPages).hasSize(40);
            assertThat(firstOfPages.stream().filter(page -> page.get() != null).count())
                    .isLessThanOrEqualTo(4);
            assertThat(numbers.hasNext()).isFalse();
            // The last page is full and nothing says that it is the last one.
            assertThat(server.requests()).hasSize(41);
        }
    }

    @Test
    void aTotalThatIsNoIntCountsAsMissing() throws IOException {
        try (RawServer server = pages(3, ",\"total_pages\":2147483648");
                Telnyx telnyx = Fixtures.client(server).build()) {
            assertThat(telnyx.phoneNumbers().list()).hasSize(3 * SIZE);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aServerThatReturnsTheSameNumbersForEachPageIsNotFollowed() throws IOException {
        try (RawServer server = RawServer.start(RawServer.answeringWith(
                        request -> RawServer.json(200, "{\"data\":[" + numbers(1) + "],\"meta\":{}}")));
                Telnyx telnyx = Fixtures.client(server).build()) {
            assertThat(telnyx.phoneNumbers().list()).hasSize(SIZE);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anUnknownIdIsAnErrorOfTheApiWithItsStatus() throws IOException {
        try (RawServer server = answering(404, "{\"errors\":[{\"code\":\"10005\",\"title\":\"Resource not found\"}]}");
                Telnyx telnyx = Fixtures.client(server).build()) {
            TelnyxException e = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.phoneNumbers().release(ID));
            assertThat(e.httpStatus()).hasValue(404);
            assertThat(e.hasCode("10005")).isTrue();
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(e.operation()).isEqualTo("phone_numbers.release");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aForwardingWhoseResponseIsLostMayBeSetAgainAndTouchesNothingElseEitherTime() throws IOException {
        try (RawServer server = answering(503, "");
                Telnyx telnyx = Fixtures.client(server).build()) {
            TelnyxException e = catchThrowableOfType(
                    TelnyxException.class,
                    () -> telnyx.phoneNumbers()
                            .setCallForwarding(
                                    ID,
                                    CallForwarding.builder()
                                            .callForwardingEnabled(true)
                                            .forwardingType(ForwardingType.ALWAYS)
                                            .forwardsTo("+14165550199")
                                            .build()));
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
            assertThat(server.requests())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.body())
                            .isEqualTo(
                                    "{\"call_forwarding\":{\"call_forwarding_enabled\":true,\"forwarding_type\":\"always\","
                                            + "\"forwards_to\":\"+14165550199\"}}"));
        }
    }

    private static RawServer answering(int status, String body) throws IOException {
        return RawServer.start(RawServer.answeringWith(request -> RawServer.json(status, body)));
    }

    private static RawServer pages(int count, String meta) throws IOException {
        IntFunction<String> page = number -> "{\"data\":[" + (number <= count ? numbers(number) : "")
                + "],\"meta\":{\"page_number\":" + number + ",\"page_size\":" + SIZE + meta + "}}";
        return RawServer.start(RawServer.answeringWith(request -> {
            Matcher number = PAGE.matcher(request.requestLine());
            return RawServer.json(200, page.apply(number.find() ? Integer.parseInt(number.group(1)) : 1));
        }));
    }

    private static String numbers(int page) {
        return IntStream.range((page - 1) * SIZE, page * SIZE)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"phone_number\":\"+1416" + (1_000_000 + i) + "\"}")
                .collect(Collectors.joining(","));
    }
}
