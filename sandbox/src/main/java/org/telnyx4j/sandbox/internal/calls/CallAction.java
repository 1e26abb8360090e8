package org.telnyx4j.sandbox.internal.calls;

import java.util.List;
import org.telnyx4j.sandbox.internal.http.BodyRules;
import org.telnyx4j.sandbox.internal.http.FieldType;

/** A command that a call takes: its method, its name as in the path, and the table of its fields. */
record CallAction(String method, String name, BodyRules rules) {

    /** All commands, each with the fields that it can't do without. */
    static final List<CallAction> ALL = List.of(
            post("answer"),
            post("bridge"),
            post("enqueue", "queue_name"),
            post("fork_start"),
            post("fork_stop"),
            post("gather"),
            post("gather_stop"),
            post("gather_using_audio"),
            post("gather_using_speak", "payload", "voice"),
            post("hangup"),
            post("leave_queue"),
            post("playback_start"),
            post("playback_stop"),
            post("record_pause"),
            post("record_resume"),
            post("record_start", "format", "channels"),
            post("record_stop"),
            post("refer", "sip_address"),
            post("reject", "cause"),
            post("send_dtmf", "digits"),
            post("send_sip_info", "content_type", "body"),
            post("siprec_start"),
            post("siprec_stop"),
            post("speak", "payload", "voice"),
            post("streaming_start"),
            post("streaming_stop"),
            post("suppression_start"),
            post("suppression_stop"),
            post("switch_supervisor_role", "role"),
            post("transcription_start"),
            post("transcription_stop"),
            post("transfer", "to"),
            new CallAction("PUT", "client_state_update", common().required(FieldType.BASE64, "client_state")));

    private static CallAction post(String name, String... required) {
        BodyRules rules = common().nullable(FieldType.BASE64, "client_state").required(FieldType.STRING, required);
        return new CallAction("POST", name, rules);
    }

    private static BodyRules common() {
        return BodyRules.NONE.nullable(FieldType.STRING, "command_id");
    }

    boolean endsCall() {
        return name.equals("hangup") || name.equals("reject");
    }
}
