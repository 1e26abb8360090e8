package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.sandbox.TestClient.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.sandbox.TestClient.Answer;

class RefusedRequestsTest {
    private static final TelnyxSandbox SANDBOX = TelnyxSandbox.builder()
            .manualClock(Instant.parse("2026-03-01T12:00:00Z"))
            .start();

    private final TestClient client = new TestClient(SANDBOX);

    @AfterEach
    void nothingWasAccepted() {
        assertThat(SANDBOX.messages().all()).isEmpty();
        SANDBOX.reset();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer KEYwrong", "Basic abc", "KEYwrong"})
    void aRequestWithoutTheRightKeyIsUnauthorized(String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SANDBOX.baseUrl() + "/messages"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TestClient.textBody("Hello")));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        Answer answer = client.send(request.build());

        assertThat(answer.status()).isEqualTo(401);
        JsonNode error = answer.error();
        assertThat(error.get("code").textValue()).isEqualTo("10009");
        assertThat(error.get("title").textValue()).isEqualTo("Authentication failed");
        assertThat(error.get("detail").textValue()).isNotBlank().doesNotContain("KEYwrong");
        assertThat(error.at("/meta/url").textValue()).endsWith("/10009");
        assertThat(SANDBOX.requests()).hasSize(1);
    }

    @Test
    void anUnknownPathIsNotFound() throws IOException {
        for (String path : new String[] {"/nothing", "/messages/a/b/c", "/messages/", "/", "/messages/group/"}) {
            Answer answer = client.get(path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.error().get("code").textValue()).isEqualTo("10005");
        }
    }

    @Test
    void nothingIsServedOutsideTheBaseUrl() throws IOException {
        for (String path : new String[] {"/", "/v1/messages", "/v2", "/v2x/messages", "/__files/x"}) {
            URI uri = SANDBOX.baseUrl().resolve(path);

            assertThat(client.send(HttpRequest.newBuilder(uri).build()).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /messages                     | POST
            GET    | /messages                     | POST
            PATCH  | /messages/some-id             | DELETE, GET
            DELETE | /messages/group/some-id       | GET
            """)
    void aMethodThatAPathDoesNotTakeIsRefused(String method, String path, String allowed) throws IOException {
        Answer answer = client.send(
                client.request(path).method(method, BodyPublishers.noBody()).build());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo(allowed);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10015");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"to\":", "{'to':'x'}", "{} {}", "nonsense", "{\"a\":1,}"})
    void aBodyThatIsNotJsonIsABadRequest(String body) throws IOException {
        Answer answer = client.post("/messages", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10023");
    }

    @Test
    void aBodyNestedBeyondReasonIsABadRequest() throws IOException {
        Answer answer = client.post("/messages", "[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10023");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null"})
    void aBodyThatIsNoObjectIsABadRequest(String body) throws IOException {
        Answer answer = client.post("/messages", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10015");
    }

    @Test
    void aBodyThatIsNotUtf8IsABadRequest() throws IOException {
        byte[] latin1 = TestClient.textBody("Grüße").getBytes(StandardCharsets.ISO_8859_1);

        Answer answer = client.send(client.request("/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(latin1))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10028");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "json"})
    void aBodyOfAnotherContentTypeIsRefused(String contentType) throws IOException {
        Answer answer = client.send(client.request("/messages")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(TestClient.textBody("Hello")))
                .build());

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10014");
    }

    @Test
    void aBodyWithoutAContentTypeIsRefused() throws IOException {
        Answer answer = client.send(client.request("/messages")
                .POST(BodyPublishers.ofString(TestClient.textBody("Hello")))
                .build());

        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /messages | {'from':'+14155550100','text':'x'}                                               | 422 | 10004 | /to
            /messages | {'from':'+14155550100','to':null,'text':'x'}                                     | 422 | 10004 | /to
            /messages | {'from':'+14155550100','to':' ','text':'x'}                                      | 422 | 10004 | /to
            /messages | {'from':'+14155550100','to':'4165550123','text':'x'}                             | 422 | 10016 | /to
            /messages | {'from':'+14155550100','to':'+1 416 555 0123','text':'x'}                        | 422 | 10016 | /to
            /messages | {'from':'+14155550100','to':'+04165550123','text':'x'}                           | 422 | 10016 | /to
            /messages | {'from':'+14155550100','to':['+14165550123'],'text':'x'}                         | 422 | 10026 | /to
            /messages | {'to':'+14165550123','text':'x'}                                                 | 422 | 10004 | /from
            /messages | {'from':'not a sender!','to':'+14165550123','text':'x'}                          | 400 | 40305 | /from
            /messages | {'from':'TwelveLetter','to':'+14165550123','text':'x','messaging_profile_id':'p'} | 400 | 40305 | /from
            /messages | {'from':7,'to':'+14165550123','text':'x'}                                        | 422 | 10026 | /from
            /messages | {'from':'MyShop','to':'+14165550123','text':'x'}                                 | 422 | 10004 | /messaging_profile_id
            /messages | {'from':'+14155550100','to':'+14165550123'}                                      | 422 | 10004 | /text
            /messages | {'from':'+14155550100','to':'+14165550123','text':''}                            | 422 | 10004 | /text
            /messages | {'from':'+14155550100','to':'+14165550123','text':5}                             | 422 | 10026 | /text
            /messages | {'from':'+14155550100','to':'+14165550123','text':'é 👋','encoding':'gsm7'}       | 400 | 10015 | /text
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','encoding':'utf8'}         | 422 | 10032 | /encoding
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','type':'FAX'}              | 422 | 10032 | /type
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','type':'MMS'}              | 422 | 10004 | /media_urls
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','type':'SMS','media_urls':['https://example.com/a']} | 422 | 10015 | /type
            /messages | {'from':'MyShop','messaging_profile_id':'p','to':'+14165550123','media_urls':['https://example.com/a']} | 422 | 10015 | /from
            /messages | {'from':'+14155550100','to':'+14165550123','media_urls':['https://example.com/a','ftp://example.com/b']} | 422 | 10003 | /media_urls/1
            /messages | {'from':'+14155550100','to':'+14165550123','media_urls':['https://example.com/a',1]} | 422 | 10026 | /media_urls/1
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','media_urls':'https://example.com/a'} | 422 | 10026 | /media_urls
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','webhook_url':'example.com'} | 422 | 10003 | /webhook_url
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','webhook_failover_url':'http://'} | 422 | 10003 | /webhook_failover_url
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','use_profile_webhooks':'yes'} | 422 | 10026 | /use_profile_webhooks
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','auto_detect':1}           | 422 | 10026 | /auto_detect
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','send_at':'tomorrow'}      | 422 | 10015 | /send_at
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','send_at':'2026-03-01T12:30:00'} | 422 | 10015 | /send_at
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','send_at':'2026-03-01T12:04:59Z'} | 422 | 10015 | /send_at
            /messages | {'from':'+14155550100','to':'+14165550123','text':'x','send_at':'2026-03-06T12:00:01Z'} | 422 | 10015 | /send_at
            /messages/schedule | {'from':'+14155550100','to':'+14165550123','text':'x'}                  | 422 | 10004 | /send_at
            /messages/number_pool | {'to':'+14165550123','text':'x'}                                     | 422 | 10004 | /messaging_profile_id
            /messages/long_code | {'to':'+14165550123','text':'x'}                                       | 422 | 10004 | /from
            /messages/long_code | {'from':'23456','to':'+14165550123','text':'x'}                        | 422 | 10016 | /from
            /messages/short_code | {'from':'+14155550100','to':'+14165550123','text':'x'}                | 400 | 40305 | /from
            /messages/group_mms | {'from':'+14155550100','text':'x'}                                     | 422 | 10004 | /to
            /messages/group_mms | {'from':'+14155550100','to':[],'text':'x'}                             | 422 | 10004 | /to
            /messages/group_mms | {'from':'+14155550100','to':'+14165550123','text':'x'}                 | 422 | 10026 | /to
            /messages/group_mms | {'from':'+14155550100','to':['+14165550123','123'],'text':'x'}         | 422 | 10016 | /to/1
            /messages/group_mms | {'from':'+14155550100','to':['+14165550123']}                          | 422 | 10004 | /text
            /messages/alphanumeric_sender_id | {'from':'MyShop','to':'+14165550123','text':'x'}          | 422 | 10004 | /messaging_profile_id
            /messages/alphanumeric_sender_id | {'from':'12345678','to':'+14165550123','text':'x','messaging_profile_id':'40017f00-0000-4000-8000-000000000001'} | 400 | 40305 | /from
            """)
    void aFieldThatIsWrongIsNamed(String path, String json, int status, String code, String pointer)
            throws IOException {
        Answer answer = client.post(path, body(json));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("errors")).as(answer.json().toString()).hasSize(1);
        assertThat(answer.error().get("code").textValue()).isEqualTo(code);
        assertThat(answer.error().at("/source/pointer").textValue()).isEqualTo(pointer);
        assertThat(answer.error().at("/meta/url").textValue()).endsWith("/" + code);
        assertThat(answer.error().get("title").textValue()).isNotBlank().doesNotStartWith("Error");
        assertThat(answer.error().get("detail").textValue()).isNotBlank();
    }

    @Test
    void aGroupOfNineIsTooMany() throws IOException {
        String to = "'+14165550100',".repeat(9).replaceAll(",$", "");

        Answer answer =
                client.post("/messages/group_mms", body("{'from':'+14155550100','to':[%s],'text':'x'}".formatted(to)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error().at("/source/pointer").textValue()).isEqualTo("/to");
    }

    @Test
    void aTextOfMoreThanTenPartsIsRefused() throws IOException {
        Answer answer = client.sendText("x".repeat(1531));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10015");
        assertThat(answer.error().at("/source/pointer").textValue()).isEqualTo("/text");
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() throws IOException {
        Answer answer = client.post("/messages", "{}");

        assertThat(answer.json().get("errors"))
                .extracting(error -> error.at("/source/pointer").textValue())
                .containsExactlyInAnyOrder("/to", "/from", "/text");
    }
}
