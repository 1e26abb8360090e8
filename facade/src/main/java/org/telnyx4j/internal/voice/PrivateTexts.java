package org.telnyx4j.internal.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what an error of Telnyx may quote of a request, and no exception may repeat. */
final class PrivateTexts {
    /**
     * Fields that hold words of the API and ids. All others are taken for private, also those that no specification
     * has: too much is hidden rather than too little.
     */
    private static final Set<String> PUBLIC = Set.of(
            "answering_machine_detection",
            "audio_type",
            "billing_group_id",
            "call_control_id",
            "cause",
            "channels",
            "command_id",
            "connection_id",
            "format",
            "language",
            "link_to",
            "loop",
            "media_encryption",
            "mute_dtmf",
            "park_after_unbridge",
            "payload_type",
            "preferred_codecs",
            "privacy",
            "record",
            "record_channels",
            "record_format",
            "record_track",
            "record_trim",
            "recording_id",
            "recording_track",
            "ringtone",
            "service_level",
            "sip_region",
            "sip_transport_protocol",
            "stop",
            "stream_bidirectional_codec",
            "stream_bidirectional_mode",
            "stream_bidirectional_target_legs",
            "stream_codec",
            "stream_track",
            "supervise_call_control_id",
            "supervisor_role",
            "target_legs",
            "terminating_digit",
            "track",
            "transcription_engine",
            "transcription_language",
            "trim",
            "type",
            "valid_digits",
            "voice",
            "webhook_url_method",
            "webhook_urls_method");

    private PrivateTexts() {}

    static List<String> of(JsonNode body) {
        List<String> texts = new ArrayList<>();
        collect(body, texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.properties().forEach(field -> {
            if (field.getValue().isContainerNode() || !PUBLIC.contains(field.getKey())) {
                collect(field.getValue(), texts);
            }
            // An error may quote the state as it went out, or as it was before.
            String state = field.getKey().endsWith("client_state")
                    ? ClientState.decode(field.getValue().asText())
                    : null;
            if (state != null) {
                texts.add(state);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, texts));
        }
    }
}
