package org.telnyx4j.internal.voice;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.invoker.ApiOperation;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.CallCommandResponse;
import org.telnyx4j.internal.core.Operation;

/**
 * A command to a leg that carries a command id.
 *
 * @param operation the facade's operation
 * @param action what Telnyx calls it in its path
 * @param getCommandId reads the command id from the request
 * @param setCommandId puts it there
 * @param send sends the request
 * @param rules what the request must be like
 * @param <R> the generated request
 */
record Command<R>(
        Operation operation,
        String action,
        Function<R, @Nullable String> getCommandId,
        BiConsumer<R, String> setCommandId,
        Send<R> send,
        CommandRules rules) {

    /** Starts a command, with an operation of the generated client. */
    static <R> Command<R> of(String name, ApiOperation generated, CommandRules rules, Wire<R> wire) {
        return new Command<>(
                new Operation(name), action(generated), wire.getCommandId(), wire.setCommandId(), wire.send(), rules);
    }

    /** Returns the last part of an operation's path. */
    static String action(ApiOperation generated) {
        String path = generated.pathTemplate();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * How a request meets the generated client.
     *
     * @param getCommandId reads the command id from the request
     * @param setCommandId puts it there
     * @param send sends the request
     * @param <R> the generated request
     */
    record Wire<R>(Function<R, @Nullable String> getCommandId, BiConsumer<R, String> setCommandId, Send<R> send) {}

    /** Sends a request for the leg that has this id. */
    interface Send<R> {
        ApiResponse<CallCommandResponse> to(CallCommandsApi api, String callControlId, R request);
    }
}
