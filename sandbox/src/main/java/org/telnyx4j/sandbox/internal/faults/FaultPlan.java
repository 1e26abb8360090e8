package org.telnyx4j.sandbox.internal.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.api.Exchange;

/**
 * What is to go wrong, with which requests, and how often.
 *
 * @param carriedOut whether the request is carried out before it goes wrong
 * @param delay how long after that it goes wrong
 * @param times how many requests it hits; 0 for any number
 * @param share which share of the matching requests it hits, above 0 and up to 1
 */
public record FaultPlan(Effect effect, boolean carriedOut, Duration delay, int times, double share, Target target) {

    /** Plans an effect for the next request, whatever it is. */
    public static FaultPlan of(Effect effect, boolean carriedOut) {
        return new FaultPlan(effect, carriedOut, Duration.ZERO, 1, 1, Target.ANY);
    }

    public FaultPlan withEffect(Effect another) {
        return new FaultPlan(another, carriedOut, delay, times, share, target);
    }

    public FaultPlan afterCarryingOut() {
        return new FaultPlan(effect, true, delay, times, share, target);
    }

    public FaultPlan after(Duration newDelay) {
        return new FaultPlan(effect, carriedOut, newDelay, times, share, target);
    }

    public FaultPlan times(int newTimes) {
        return new FaultPlan(effect, carriedOut, delay, newTimes, share, target);
    }

    public FaultPlan share(double newShare) {
        return new FaultPlan(effect, carriedOut, delay, 0, newShare, target);
    }

    public FaultPlan on(Target newTarget) {
        return new FaultPlan(effect, carriedOut, delay, times, share, newTarget);
    }

    /** Returns what the fault does, for people. */
    public String describe() {
        String often = times == 0 ? "" : ", " + times + " times";
        String of = share == 1 ? "" : ", of a share of " + share;
        return effect.describe()
                + (carriedOut ? " after carrying out" : " without carrying out")
                + (delay.isZero() ? "" : " after " + delay)
                + of + often + ", on " + target.describe();
    }

    /**
     * Which requests a fault hits.
     *
     * @param method in capitals, or null for any
     * @param pathPrefix whole segments below the base path
     * @param exact whether the path must be this one, and not one below it
     * @param operationId the id of the operation, or null for any
     */
    public record Target(
            @Nullable String method,
            String pathPrefix,
            boolean exact,
            @Nullable String operationId) {
        static final Target ANY = new Target(null, "/", false, null);

        boolean hits(Exchange exchange, @Nullable String operation) {
            return (method == null || method.equals(exchange.method()))
                    && (operationId == null || operationId.equals(operation))
                    && hitsPath(exchange.path());
        }

        private boolean hitsPath(String path) {
            if (exact) {
                return path.equals(pathPrefix);
            }
            String prefix = pathPrefix.endsWith("/") ? pathPrefix : pathPrefix + "/";
            return (path + "/").startsWith(prefix);
        }

        String describe() {
            return operationId != null ? operationId : (method == null ? "*" : method) + " " + pathPrefix;
        }
    }
}
