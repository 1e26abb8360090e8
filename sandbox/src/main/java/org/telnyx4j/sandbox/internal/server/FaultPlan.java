package org.telnyx4j.sandbox.internal.server;

import java.time.Duration;
import org.telnyx4j.sandbox.internal.http.ApiRequest;
import org.telnyx4j.sandbox.internal.http.ApiResponse;

/** What is to go wrong, with which requests, and how often. */
public record FaultPlan(
        Effect effect, boolean carriedOut, Duration delay, int times, String method, String pathPrefix) {
    private static final String ANY_METHOD = "*";

    /** Plans an effect for the next request, whatever it is. */
    public static FaultPlan of(Effect effect, boolean carriedOut) {
        return new FaultPlan(effect, carriedOut, Duration.ZERO, 1, ANY_METHOD, "/");
    }

    public FaultPlan withEffect(Effect another) {
        return new FaultPlan(another, carriedOut, delay, times, method, pathPrefix);
    }

    public FaultPlan afterCarryingOut() {
        return new FaultPlan(effect, true, delay, times, method, pathPrefix);
    }

    public FaultPlan after(Duration newDelay) {
        return new FaultPlan(effect, carriedOut, newDelay, times, method, pathPrefix);
    }

    public FaultPlan times(int newTimes) {
        return new FaultPlan(effect, carriedOut, delay, newTimes, method, pathPrefix);
    }

    public FaultPlan on(String newMethod, String newPathPrefix) {
        return new FaultPlan(effect, carriedOut, delay, times, newMethod, newPathPrefix);
    }

    boolean hits(ApiRequest request) {
        return (method.equals(ANY_METHOD) || method.equals(request.method())) && hitsPath(request.path());
    }

    private boolean hitsPath(String path) {
        String prefix = pathPrefix.endsWith("/") ? pathPrefix : pathPrefix + "/";
        return (path + "/").startsWith(prefix);
    }

    public String describe() {
        return effect.describe()
                + (carriedOut ? " after carrying out" : " without carrying out")
                + (delay.isZero() ? "" : " after " + delay)
                + ", " + times + " times, on " + method + " " + pathPrefix;
    }

    /** The ways to go wrong. */
    public sealed interface Effect {

        String describe();

        /** An answer of the fault's own; with the API's common headers if it is as from Telnyx. */
        record Answer(ApiResponse response, boolean fromTelnyx) implements Effect {
            @Override
            public String describe() {
                return "answer " + response.status();
            }
        }

        /** What the API answers, untouched. */
        record RealAnswer() implements Effect {
            @Override
            public String describe() {
                return "real answer";
            }
        }

        record TruncatedAnswer() implements Effect {
            @Override
            public String describe() {
                return "truncated answer";
            }
        }

        record TrickledAnswer(Duration total, int pieces) implements Effect {
            @Override
            public String describe() {
                return "answer trickled over " + total + " in " + pieces + " pieces";
            }
        }

        record CloseConnection() implements Effect {
            @Override
            public String describe() {
                return "close connection";
            }
        }

        record ResetConnection() implements Effect {
            @Override
            public String describe() {
                return "reset connection";
            }
        }

        record Garbage() implements Effect {
            @Override
            public String describe() {
                return "malformed response";
            }
        }
    }
}
