package org.telnyx4j.sandbox.assertj;

import java.util.List;
import org.telnyx4j.sandbox.SandboxCall;

/** Assertions on calls: each condition keeps those that meet it, and fails if none does. For one thread. */
public final class CallsAssert extends Narrowing<CallsAssert, SandboxCall> {
    private final String name;

    CallsAssert(String name, List<SandboxCall> found) {
        this(name, found, List.of());
    }

    private CallsAssert(String name, List<SandboxCall> found, List<String> conditions) {
        super(name, found, conditions, CallsAssert.class);
        this.name = name;
    }

    @Override
    CallsAssert with(List<SandboxCall> left, List<String> conditions) {
        return new CallsAssert(name, left, conditions);
    }

    @Override
    String describe(SandboxCall each) {
        return Words.describe(each);
    }

    /**
     * Keeps calls to this destination.
     *
     * @param destination a phone number or a SIP URI
     * @return assertions on those that are left
     */
    public CallsAssert to(String destination) {
        return narrowed("to " + Words.masked(destination), call -> call.to().contains(destination), each -> "");
    }

    /**
     * Keeps calls from this caller.
     *
     * @param caller a phone number or a SIP URI
     * @return assertions on those that are left
     */
    public CallsAssert from(String caller) {
        return narrowed("from " + Words.masked(caller), call -> call.from().equals(caller), each -> "");
    }

    /**
     * Keeps calls that are up: they ring, or somebody talks.
     *
     * @return assertions on those that are left
     */
    public CallsAssert alive() {
        return narrowed("that is up", SandboxCall::isAlive, each -> "");
    }

    /**
     * Keeps calls that have ended.
     *
     * @return assertions on those that are left
     */
    public CallsAssert ended() {
        return narrowed("that has ended", call -> !call.isAlive(), each -> "");
    }
}
