package org.telnyx4j.sandbox.assertj;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxCommand;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Assertions on commands: each condition keeps those that meet it, and fails if none does. For one thread. */
public final class CommandsAssert extends Narrowing<CommandsAssert, CommandsAssert.OfCall> {
    private final String name;

    /**
     * A command and the call that carried it out.
     *
     * @param call the call
     * @param command the command
     */
    record OfCall(SandboxCall call, SandboxCommand command) {}

    private CommandsAssert(String name, List<OfCall> found, List<String> conditions) {
        super(name, found, conditions, CommandsAssert.class);
        this.name = name;
    }

    static CommandsAssert of(TelnyxSandbox sandbox, String action) {
        List<OfCall> all = new ArrayList<>();
        for (SandboxCall call : sandbox.calls().all()) {
            sandbox.calls().commands(call.id()).forEach(command -> all.add(new OfCall(call, command)));
        }
        return new CommandsAssert("a command", all, List.of())
                .narrowed(action, each -> each.command().action().equals(action), each -> "");
    }

    @Override
    CommandsAssert with(List<OfCall> left, List<String> conditions) {
        return new CommandsAssert(name, left, conditions);
    }

    @Override
    String describe(OfCall each) {
        return each.command().action() + " on " + Words.describe(each.call());
    }

    /**
     * Keeps commands that this call carried out.
     *
     * @param callControlId the call
     * @return assertions on those that are left
     */
    public CommandsAssert onCall(String callControlId) {
        return narrowed(
                "on call " + callControlId,
                each -> each.call().id().equals(callControlId),
                each -> " (" + each.call().id() + ")");
    }

    /**
     * Keeps commands with this field.
     *
     * @param field the field's name on the wire, such as {@code to}
     * @param value what it was; numbers and strings are compared as they are written
     * @return assertions on those that are left
     */
    public CommandsAssert with(String field, Object value) {
        return narrowed(
                "with " + field + " " + Words.masked(value.toString()),
                each -> String.valueOf(each.command().parameters().get(field)).equals(value.toString()),
                each -> ", " + field + " "
                        + Words.masked(
                                Objects.toString(each.command().parameters().get(field), "not set")));
    }
}
