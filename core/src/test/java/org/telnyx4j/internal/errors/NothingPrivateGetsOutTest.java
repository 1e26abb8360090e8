package org.telnyx4j.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.internal.errors.Responses.bytes;
import static org.telnyx4j.internal.errors.Responses.head;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;
import org.telnyx4j.internal.headers.ResponseHead;

/** Every row of the table, with secrets in every place that a server or a cause could put them. */
class NothingPrivateGetsOutTest {
    private static final ErrorFactory FACTORY = new ErrorFactory(Clock.systemUTC());
    private static final String TEXT = "Meet me at the old mill, code 482913";

    private static final List<String> SECRETS = List.of(
            "4165550123",
            "416-555-0123",
            "416) 555-0123",
            "416 555 0123",
            "4155551234",
            "KEY0123456789ABCDEF",
            "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
            "old mill",
            "482913",
            "hook-path",
            "bob@");

    /** Ways to say something private within a sentence. */
    private static final List<String> SENTENCES = List.of(
            "Invalid number +14165550123",
            "Invalid number +1 (416) 555-0123.",
            "Invalid number 416-555-0123",
            "Invalid number 416 555 0123",
            "Invalid number %2B1%20416%20555%200123 or %2B14165550123",
            "Cannot dial sip:+14155551234@trunk.example.com",
            "No key KEY0123456789ABCDEF_xyz",
            "Bearer KEY0123456789ABCDEF",
            "token sk_live_4eC39HqLyjWDarjtT1zdp7dc",
            "Text \"" + TEXT + "\" is spam",
            "Text '" + TEXT + "' is spam",
            "Text " + TEXT + " is spam",
            "text=" + TEXT.replace(" ", "%20"),
            "See https://bob@example.com/hook-path?number=4165550123",
            TEXT);

    static List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (String sentence : SENTENCES) {
            String json = "\"" + sentence.replace("\"", "\\\"") + "\"";
            bodies.add("{\"errors\":[{\"code\":" + json + ",\"title\":" + json + ",\"detail\":" + json
                    + ",\"source\":{\"pointer\":" + json + ",\"parameter\":" + json + "},\"meta\":{" + json + ":" + json
                    + "}}]}");
            bodies.add("{\"errors\":[" + json + "]}");
            bodies.add("{\"errors\":[{\"detail\":" + json + "}");
            bodies.add("<html>" + sentence + "</html>");
            bodies.add(sentence);
        }
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void noSecretShowsInAnyErrorOfTheTable(String body) {
        List<TelnyxException> all = new ArrayList<>();
        for (Idempotency idempotency : Idempotency.values()) {
            Call call = Calls.of("messages.send", idempotency, TEXT);
            all.addAll(everyRow(call, body));
            assertThat(call.toString()).doesNotContain("old mill");
        }
        assertThat(all).hasSizeGreaterThan(150);
        for (TelnyxException error : all) {
            assertThat(everythingPrintable(error)).doesNotContain(SECRETS);
        }
        assertThat(stackTrace(all.get(all.size() - 1))).doesNotContain(SECRETS).contains("SafeCause");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void numbersAndKeysStayInsideEvenWhenTheTextsOfTheRequestAreNotKnown(String body) {
        List<String> secrets = new ArrayList<>(SECRETS);
        secrets.removeAll(List.of("old mill", "482913"));
        for (TelnyxException error : everyRow(Calls.of("raw", Idempotency.NOT_IDEMPOTENT), body)) {
            assertThat(error.getMessage()).doesNotContain(secrets);
        }
    }

    private static List<TelnyxException> everyRow(Call call, String body) {
        List<TelnyxException> all = new ArrayList<>();
        Throwable cause = new IOException(body, new JsonParseException(null, body));
        for (int status : new int[] {101, 200, 204, 302, 400, 401, 402, 403, 404, 408, 409, 422, 429, 500, 503, 700}) {
            ResponseHead head =
                    head(status, "x-request-id", body, "Retry-After", body, "Date", body, "x-ratelimit-limit", body);
            all.add(FACTORY.fromResponse(call, head, bytes(body)));
            for (BodyProblem problem : BodyProblem.values()) {
                all.add(FACTORY.unusableBody(call, head, problem, cause));
            }
        }
        for (FailureStage stage : FailureStage.values()) {
            all.add(FACTORY.network(call, stage, cause));
            all.add(FACTORY.deadlineExceeded(call, stage, Duration.ofSeconds(1), cause));
            all.add(FACTORY.interrupted(call, stage, cause));
        }
        return all;
    }

    /** Not the accessors of {@code errors()}: those give what was received, for code to look at. */
    private static String everythingPrintable(TelnyxException error) {
        StringBuilder out = new StringBuilder(error.getMessage());
        out.append(error.details()).append(error.errors()).append(error.rateLimit());
        for (Throwable link = error; link != null; link = link.getCause()) {
            out.append(link).append(List.of(link.getSuppressed()));
        }
        return out.toString();
    }

    private static String stackTrace(TelnyxException error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}
