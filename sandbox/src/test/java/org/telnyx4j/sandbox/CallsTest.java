package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.TestClient.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.sandbox.TestClient.Answer;

class CallsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String CALLER = "+14155550100";
    private static final String CALLEE = "+14165550123";
    private static final String CLIENT_STATE = "aGVsbG8=";

    private final TelnyxSandbox sandbox =
            TelnyxSandbox.builder().manualClock(START).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aDialMakesACallThatIsUpUntilItIsHungUp() throws IOException {
        Answer dialled = dial("'client_state':'" + CLIENT_STATE + "'");
        String id = dialled.data().get("call_control_id").textValue();
        assertThat(dialled.status()).isEqualTo(200);
        assertThat(dialled.data().get("is_alive").booleanValue()).isFalse();
        assertThat(dialled.data().get("record_type").textValue()).isEqualTo("call");
        assertThat(dialled.data().has("recording_id")).isFalse();

        setClock(START.plusSeconds(5));
        JsonNode up = retrieve(id);
        command(id, "hangup", "{}");
        setClock(START.plusSeconds(9));
        JsonNode ended = retrieve(id);

        assertThat(up.get("is_alive").booleanValue()).isTrue();
        assertThat(up.get("call_duration").intValue()).isEqualTo(5);
        assertThat(up.get("client_state").textValue()).isEqualTo(CLIENT_STATE);
        assertThat(up.get("call_leg_id")).isEqualTo(dialled.data().get("call_leg_id"));
        assertThat(up.has("end_time")).isFalse();
        assertThat(ended.get("is_alive").booleanValue()).isFalse();
        assertThat(ended.get("call_duration").intValue()).isEqualTo(5);
        assertThat(ended.get("end_time").textValue()).isEqualTo("2026-03-01T12:00:05Z");
    }

    @Test
    void aDialThatRecordsTellsTheRecordingId() throws IOException {
        assertThat(dial("'record':'record-from-answer'")
                        .data()
                        .get("recording_id")
                        .textValue())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'+14165550123'",
                "'+14165550123,ww12#'",
                "'sip:alice@example.com;secure=srtp'",
                "'sips:alice@example.com'",
                "['+14165550123','sip:alice@example.com']"
            })
    void aDialTakesNumbersAndSipUris(String to) throws IOException {
        Answer answer = client.sendJson(
                "POST", "/calls", "{'connection_id':'1293384261075731001','from':'%s','to':%s}".formatted(CALLER, to));

        assertThat(answer.status()).isEqualTo(200);
        SandboxCall call = sandbox.calls().all().get(0);
        assertThat(call.to())
                .isNotEmpty()
                .allSatisfy(destination -> assertThat(to).contains(destination));
        assertThat(call.from()).isEqualTo(CALLER);
        assertThat(call.direction()).isEqualTo("outgoing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'from':'+14155550100','to':'+14165550123'}                                    | 10004 | /connection_id
            {'connection_id':'1293384261075731001','to':'+14165550123'}                                    | 10004 | /from
            {'connection_id':'1293384261075731001','from':'+14155550100'}                                  | 10004 | /to
            {'connection_id':'1293384261075731001','from':'+14155550100','to':[]}                          | 10004 | /to
            {'connection_id':'1293384261075731001','from':'+14155550100','to':'4165550123'}                | 10016 | /to
            {'connection_id':'1293384261075731001','from':'+14155550100','to':['+14165550123','alice']}    | 10016 | /to/1
            {'connection_id':'1293384261075731001','from':'+14155550100','to':5}                           | 10016 | /to
            {'connection_id':'1293384261075731001','from':'+14155550100','to':'+14165550123','client_state':'not Base64!'} | 10015 | /client_state
            """)
    void aDialThatMakesNoSenseIsRefused(String body, String code, String pointer) throws IOException {
        Answer answer = client.sendJson("POST", "/calls", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void aDialWithTheSameCommandIdMakesNoSecondCallWithinSixtySeconds() throws IOException {
        Answer first = dial("'command_id':'d-1'");
        setClock(START.plusMillis(59_999));
        Answer repeated = dial("'command_id':'d-1'");
        Answer other = dial("'command_id':'d-2'");
        setClock(START.plusSeconds(60));
        Answer late = dial("'command_id':'d-1'");

        assertThat(repeated.json()).isEqualTo(first.json());
        assertThat(sandbox.calls().all())
                .extracting(SandboxCall::id)
                .containsExactly(controlId(first), controlId(other), controlId(late))
                .doesNotHaveDuplicates();
    }

    @Test
    void dialsWithoutACommandIdAreAllMade() throws IOException {
        dial("'timeout_secs':30");
        dial("'timeout_secs':31");

        assertThat(sandbox.calls().all()).hasSize(2);
    }

    @Test
    void manyDialsAtOnceWithOneCommandIdMakeOneCall() {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(client.postRequest("/calls", dialBody("'command_id':'d-1'"))
                        .build()))
                .toList();

        assertThat(answers)
                .extracting(answer ->
                        controlId(answer.orTimeout(20, TimeUnit.SECONDS).join()))
                .containsOnly(sandbox.calls().all().get(0).id());
        assertThat(sandbox.calls().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            answer                 | RINGING  | {}
            bridge                 | ANSWERED | {'call_control_id':'$other'}
            enqueue                | RINGING  | {'queue_name':'support'}
            fork_start             | ANSWERED | {}
            gather                 | ANSWERED | {}
            gather_stop            | ANSWERED | {}
            gather_using_audio     | ANSWERED | {'audio_url':'https://example.com/a.mp3'}
            gather_using_speak     | ANSWERED | {'payload':'Hi','voice':'female'}
            hangup                 | RINGING  | {}
            leave_queue            | RINGING  | {}
            playback_start         | ANSWERED | {'audio_url':'https://example.com/a.mp3'}
            playback_stop          | ANSWERED | {}
            record_pause           | ANSWERED | {}
            record_resume          | ANSWERED | {}
            record_stop            | ANSWERED | {}
            refer                  | ANSWERED | {'sip_address':'sip:a@example.com'}
            reject                 | RINGING  | {'cause':'USER_BUSY'}
            send_dtmf              | ANSWERED | {'digits':'1#'}
            send_sip_info          | RINGING  | {'content_type':'text/plain','body':'x'}
            siprec_start           | ANSWERED | {}
            siprec_stop            | ANSWERED | {}
            speak                  | ANSWERED | {'payload':'Hi','voice':'female'}
            streaming_start        | ANSWERED | {'stream_url':'wss://example.com/a'}
            streaming_stop         | ANSWERED | {}
            suppression_start      | ANSWERED | {}
            suppression_stop       | ANSWERED | {}
            switch_supervisor_role | ANSWERED | {'role':'barge'}
            transcription_start    | ANSWERED | {}
            transcription_stop     | ANSWERED | {}
            transfer               | RINGING  | {'to':'+14165550123'}
            """)
    void everyCommandIsAcknowledgedAndKeptAndNeedsItsFields(String action, SandboxCall.State needs, String template)
            throws IOException {
        String id = incoming();
        String body = template.replace("$other", answered());
        ObjectNode fields = (ObjectNode) TestClient.parse(body(body));
        List<String> optional = List.of("audio_url", "call_control_id", "stream_url");
        for (String name : fields.properties().stream().map(Map.Entry::getKey).toList()) {
            if (!optional.contains(name)) {
                ObjectNode without = fields.deepCopy();
                without.remove(name);
                Answer refused = command(id, action, without.toString());
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.errorCodes()).containsExactly("10004");
                assertThat(refused.pointers()).containsExactly("/" + name);
            }
        }
        if (needs == SandboxCall.State.ANSWERED) {
            assertThat(command(id, action, body).errorCodes()).containsExactly("90034");
            id = answered();
        }
        int before = sandbox.calls().commands(id).size();

        Answer answer = command(id, action, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(TestClient.parse("{\"data\":{\"result\":\"ok\"}}"));
        assertThat(sandbox.calls().commands(id).subList(before, before + 1))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.action()).isEqualTo(action);
                    assertThat(TestClient.parse(command.request().toJson())).isEqualTo(fields);
                    assertThat(command.commandId()).isEmpty();
                    assertThat(command.receivedAt()).isEqualTo(START);
                });
    }

    @Test
    void theClientStateIsPutAndShown() throws IOException {
        String id = incoming();
        String path = "/calls/" + id + "/actions/client_state_update";

        Answer answer = client.sendJson("PUT", path, "{'client_state':'" + CLIENT_STATE + "'}");
        Answer empty = client.sendJson("PUT", path, "{}");
        Answer plain = client.sendJson("PUT", path, "{'client_state':'plain text'}");
        Answer posted = client.sendJson("POST", path, "{'client_state':'" + CLIENT_STATE + "'}");

        assertThat(answer.data().get("result").textValue()).isEqualTo("ok");
        assertThat(retrieve(id).get("client_state").textValue()).isEqualTo(CLIENT_STATE);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(plain.status()).isEqualTo(422);
        assertThat(posted.status()).isEqualTo(405);
    }

    @Test
    void anyCommandCanSetTheClientState() throws IOException {
        String id = incoming();

        command(id, "answer", "{'client_state':'" + CLIENT_STATE + "'}");
        command(id, "gather_stop", "{}");

        assertThat(sandbox.calls().find(id).orElseThrow().clientState()).contains(CLIENT_STATE);
    }

    @Test
    void aRepeatedCommandIsAcknowledgedAndNotCarriedOut() throws IOException {
        String id = answered();
        String other = incoming();

        Answer first = command(id, "speak", "{'payload':'One','voice':'female','command_id':'c-1'}");
        setClock(START.plusMillis(59_999));
        Answer repeated = command(id, "speak", "{'payload':'Two','voice':'female','command_id':'c-1'}");
        command(id, "gather_stop", "{'command_id':'c-1'}");
        command(other, "answer", "{'command_id':'c-1'}");
        setClock(START.plusSeconds(60));
        command(id, "gather_stop", "{'command_id':'c-1'}");

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json()).isEqualTo(first.json());
        assertThat(sandbox.calls().commands(id))
                .extracting(SandboxCommand::toString)
                .containsExactly(
                        "SandboxCommand[answer]", "SandboxCommand[speak, c-1]", "SandboxCommand[gather_stop, c-1]");
        assertThat(sandbox.calls().commands(id).get(1).parameters()).containsEntry("payload", "One");
        assertThat(sandbox.calls().commands(other)).hasSize(1);
    }

    @Test
    void aRepeatedHangupIsAcknowledgedThoughTheCallHasEnded() throws IOException {
        String id = incoming();

        command(id, "hangup", "{'command_id':'h-1'}");

        assertThat(command(id, "hangup", "{'command_id':'h-1'}").status()).isEqualTo(200);
        Answer another = command(id, "hangup", "{'command_id':'h-2'}");
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.errorCodes()).containsExactly("90018");
        assertThat(sandbox.calls().commands(id)).hasSize(1);
    }

    @Test
    void aRefusedCommandDoesNotUseUpItsCommandId() throws IOException {
        String id = incoming();

        assertThat(command(id, "transfer", "{'command_id':'c-1'}").status()).isEqualTo(422);
        command(id, "transfer", "{'to':'+14165550123','command_id':'c-1'}");

        assertThat(sandbox.calls().commands(id))
                .extracting(SandboxCommand::action)
                .containsExactly("transfer");
    }

    @Test
    void aCommandWhoseAnswerIsLostIsCarriedOutOnceWhenItIsSentAgain() throws IOException {
        String id = incoming();
        sandbox.failNext(Fault.connectionReset().afterCarryingOut());

        assertThatThrownBy(() -> command(id, "answer", "{'command_id':'a-1'}")).isInstanceOf(IOException.class);
        assertThat(command(id, "answer", "{'command_id':'a-1'}").status()).isEqualTo(200);

        assertThat(sandbox.calls().commands(id)).hasSize(1);
    }

    @Test
    void aCallThatTheOtherSideHungUpTakesNoCommands() throws IOException {
        String id = incoming();

        SandboxCall ended = sandbox.calls().hangUp(id);
        setClock(START.plusSeconds(5));

        assertThat(ended.isAlive()).isFalse();
        assertThat(sandbox.calls().hangUp(id).endedAt()).contains(START);
        assertThat(command(id, "answer", "{}").errorCodes()).containsExactly("90018");
        assertThat(sandbox.calls().commands(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3:none", "v3%3Anone", "v3%3Aa%2Fb%2Bc%3D%3D", "a+b", "%C3%A9%20x"})
    void anUnknownCallIsNotFoundHoweverItsIdIsWritten(String id) throws IOException {
        for (Answer answer :
                List.of(client.get("/calls/" + id), command(id, "answer", "{}"), command(id, "gather", "{}"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorCodes()).containsExactly("10005");
        }
    }

    @Test
    void anIdWorksPlainAndPercentEncoded() throws IOException {
        String id = incoming();
        assertThat(id).startsWith("v3:");
        String encoded = TestClient.encode(id);
        assertThat(encoded).startsWith("v3%3A");

        command(id, "answer", "{}");
        command(encoded, "record_stop", "{}");

        assertThat(sandbox.calls().commands(id)).hasSize(2);
        assertThat(client.get("/calls/" + encoded).data()).isEqualTo(retrieve(id));
    }

    @Test
    void anUnknownActionIsNotFound() throws IOException {
        assertThat(command(incoming(), "ai_assistant_start", "{}").status()).isEqualTo(404);
    }

    @Test
    void anIncomingCallKnowsItsParties() throws IOException {
        SandboxCall call = sandbox.calls().incoming(CALLER, CALLEE);

        assertThat(call.direction()).isEqualTo("incoming");
        assertThat(call.from()).isEqualTo(CALLER);
        assertThat(call.to()).containsExactly(CALLEE);
        assertThat(call.startedAt()).isEqualTo(START);
        assertThat(call.clientState()).isEmpty();
        assertThat(retrieve(call.id()).get("call_session_id").textValue()).isEqualTo(call.sessionId());
        assertThat(retrieve(call.id()).get("call_leg_id").textValue()).isEqualTo(call.legId());
        assertThatThrownBy(() -> sandbox.calls().incoming(" ", CALLEE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsHandedOutShowsNoNumbersAndDoesNotChange() throws IOException {
        SandboxCall call = sandbox.calls().incoming(CALLER, CALLEE);
        command(call.id(), "transfer", "{'to':'" + CALLEE + "'}");
        SandboxCommand command = sandbox.calls().commands(call.id()).get(0);

        assertThatThrownBy(() -> command.parameters().put("to", "changed"))
                .isInstanceOf(UnsupportedOperationException.class);
        sandbox.calls().hangUp(call.id());

        assertThat(command.parameters()).containsEntry("to", CALLEE);
        assertThat(command).hasToString("SandboxCommand[transfer]");
        assertThat(call.isAlive()).isTrue();
        assertThat(call).hasToString("SandboxCall[" + call.id() + ", incoming, up]");
        assertThat(sandbox.calls().find("none")).isEmpty();
        assertThatThrownBy(() -> sandbox.calls().commands("none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResetForgetsCallsAndCommandIds() throws IOException {
        String id = controlId(dial("'command_id':'d-1'"));

        sandbox.reset();

        assertThat(sandbox.calls().all()).isEmpty();
        assertThat(client.get("/calls/" + id).status()).isEqualTo(404);
        assertThat(controlId(dial("'command_id':'d-1'"))).isNotEqualTo(id);
    }

    private String answered() throws IOException {
        String id = incoming();
        assertThat(command(id, "answer", "{}").status()).isEqualTo(200);
        return id;
    }

    private String incoming() {
        return sandbox.calls().incoming(CALLER, CALLEE).id();
    }

    private Answer dial(String more) throws IOException {
        return client.post("/calls", dialBody(more));
    }

    private static String dialBody(String more) {
        return body("{'connection_id':'1293384261075731001','from':'%s','to':'%s',%s}".formatted(CALLER, CALLEE, more));
    }

    private Answer command(String id, String action, String body) throws IOException {
        return client.sendJson("POST", "/calls/" + id + "/actions/" + action, body);
    }

    private JsonNode retrieve(String id) throws IOException {
        return client.get("/calls/" + id).data();
    }

    private static String controlId(Answer answer) {
        return answer.data().get("call_control_id").textValue();
    }

    private void setClock(Instant time) {
        sandbox.clock().advance(Duration.between(sandbox.clock().now(), time));
    }
}
