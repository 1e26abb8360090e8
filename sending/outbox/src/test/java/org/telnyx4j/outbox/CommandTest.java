package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.PhoneNumberOrdersApi;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberToOrder;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.voice.Calls;

/** Call commands and number orders. */
class CommandTest {
    private static final CallControlId CALL = CallControlId.of("v3:not-there-any-more");

    private static OutboxJob answer(CallControlId call) {
        return OutboxJob.of(call, AnswerCallRequest.builder().build()).build();
    }

    private static List<Object> commandIds(Fixture fixture) {
        return fixture.sandbox.requests().stream()
                .filter(request -> request.path().endsWith("/actions/answer"))
                .map(request -> Objects.requireNonNull(request.bodyAsJson().get("command_id")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aCommandIsRepeatedWithTheSameIdWhileItIsUnknown(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            SandboxCall call = fixture.sandbox.incomingCall("+14165550123", "+14165550199");
            fixture.sandbox.failNext(Fault.responseLost().times(5).on(CallCommandsApi.ANSWER_CALL));
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(answer(CallControlId.of(call.id()))).id();

            JobInfo job = fixture.awaitSent(id);

            assertThat(commandIds(fixture)).hasSize(6).containsOnly(job.token().orElseThrow());
            assertThat(job.attempts()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandWhoseTimeIsOverIsNotRepeated(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            JobId id = fixture.outbox().build().enqueue(answer(CALL)).id();
            fixture.execute("update telnyx4j_outbox set state = 'UNKNOWN', token = 'of-a-minute-ago',"
                    + " claimed_at = current_timestamp - interval '1' minute");
            fixture.started(fixture.outbox());

            assertThat(fixture.await(id, JobState.PARKED).reason()).contains(JobReason.NOT_FOUND_OUT);
            assertThat(commandIds(fixture)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOrderIsFoundByItsReferenceAndNotPlacedAgain(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            String number = fixture.sandbox.numbers().available().get(0);
            fixture.sandbox.failNext(Fault.responseLost().on(PhoneNumberOrdersApi.CREATE_NUMBER_ORDER));
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(OutboxJob.of(CreateNumberOrderRequest.builder()
                                    .phoneNumbers(List.of(NumberToOrder.builder()
                                            .phoneNumber(number)
                                            .build()))
                                    .build())
                            .build())
                    .id();

            JobInfo job = fixture.awaitSent(id);

            assertThat(job.reason()).contains(JobReason.SETTLED);
            assertThat(fixture.sandbox.orders().all()).hasSize(1);
            assertThat(job.messageId())
                    .contains(fixture.sandbox.orders().all().get(0).id());
        }
    }

    @Test
    void aRequestThatIsNoCommandIsRefused() {
        OutgoingMessage message =
                OutgoingMessage.builder().to("+14165550123").text("Hello!").build();
        assertThatThrownBy(() -> OutboxJob.of(CALL, message))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is no command to a call");
    }

    @Test
    void everyKindOfRequestIsReadAsItWasWritten() {
        for (JobType<?> type : JobTypes.all()) {
            assertThat(type.parser()
                            .parse("{\"client_state\":\"YQ==\",\"more\":1}")
                            .toJson())
                    .as(type.operation())
                    .contains("\"client_state\":\"YQ==\"", "\"more\":1");
        }
    }

    @Test
    void everyOperationThatSendsARequestCanBeAJob() {
        List<Class<?>> requests = Stream.of(Calls.class, Messages.class)
                .flatMap(operations -> Stream.of(operations.getMethods()))
                .flatMap(method -> Stream.of(method.getParameterTypes()))
                .filter(JsonModel.class::isAssignableFrom)
                .filter(type -> !type.getSimpleName().endsWith("Query"))
                .distinct()
                .toList();

        assertThat(requests).hasSizeGreaterThan(30);
        assertThat(JobTypes.all().stream().<Class<?>>map(JobType::request)).containsAll(requests);
    }
}
