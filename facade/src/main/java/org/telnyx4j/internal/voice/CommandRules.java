package org.telnyx4j.internal.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.privacy.Mask;

/**
 * What the request of one command must be like. It looks at the JSON that would go on the wire, so a field is checked
 * no matter how it came there. The limits are those of Telnyx's specification. Immutable.
 */
final class CommandRules {
    private static final int WHATEVER_FITS = Integer.MAX_VALUE;

    /** Fields that mean the same wherever they stand. */
    private static final Map<String, FieldRule> FIELDS = Map.ofEntries(
            Map.entry("command_id", FieldRule.text(Checks::notBlank, Mask::identifier)),
            Map.entry("client_state", FieldRule.text(VoiceChecks::base64, Mask::content)),
            Map.entry("target_leg_client_state", FieldRule.text(VoiceChecks::base64, Mask::content)),
            Map.entry("custom_headers", FieldRule.sipHeaders()),
            Map.entry("sip_headers", FieldRule.sipHeaders()),
            Map.entry("connection_id", FieldRule.text(Checks::notBlank, Mask::identifier)),
            Map.entry("call_control_id", FieldRule.text(VoiceChecks::callControlId, Mask::address)),
            Map.entry("link_to", FieldRule.text(VoiceChecks::callControlId, Mask::address)),
            Map.entry("from", FieldRule.text(VoiceChecks::callerId, Mask::address)),
            Map.entry("from_display_name", FieldRule.text(VoiceChecks::displayName, Mask::content)),
            Map.entry("to", FieldRule.destinations()),
            Map.entry("sip_address", FieldRule.text(VoiceChecks::sipUri, Mask::address)),
            Map.entry("send_digits_on_answer", FieldRule.text(VoiceChecks::tonesAfterAnswer, Mask::content)),
            Map.entry("time_limit_secs", FieldRule.range(30, 14_400)),
            Map.entry("timeout_secs", FieldRule.range(5, 600)),
            Map.entry("webhook_url", FieldRule.text(Checks::httpUrl, Mask::url)),
            Map.entry("audio_url", FieldRule.text(Checks::httpUrl, Mask::url)),
            Map.entry("invalid_audio_url", FieldRule.text(Checks::httpUrl, Mask::url)),
            Map.entry("media_name", FieldRule.text(Checks::notBlank, Mask::content)),
            Map.entry("invalid_media_name", FieldRule.text(Checks::notBlank, Mask::content)),
            Map.entry("playback_content", FieldRule.text(VoiceChecks::base64, Mask::content)),
            Map.entry("record_custom_file_name", FieldRule.length(40)),
            Map.entry("record_max_length", FieldRule.range(0, 43_200)),
            Map.entry("record_timeout_secs", FieldRule.range(0, WHATEVER_FITS)),
            Map.entry("payload", FieldRule.length(3_000)),
            Map.entry("invalid_payload", FieldRule.length(3_000)),
            Map.entry("voice", FieldRule.text(Checks::notBlank, Mask::content)),
            Map.entry("loop", FieldRule.loop()),
            Map.entry("gather_id", FieldRule.length(40)),
            Map.entry("minimum_digits", FieldRule.range(1, 128)),
            Map.entry("maximum_digits", FieldRule.range(1, 128)),
            Map.entry("maximum_tries", FieldRule.range(1, WHATEVER_FITS)),
            Map.entry("initial_timeout_millis", FieldRule.range(1, WHATEVER_FITS)),
            Map.entry("inter_digit_timeout_millis", FieldRule.range(1, WHATEVER_FITS)),
            Map.entry("timeout_millis", FieldRule.range(1, WHATEVER_FITS)),
            Map.entry("terminating_digit", FieldRule.text(VoiceChecks::oneKey, Mask::content)),
            Map.entry("valid_digits", FieldRule.text(VoiceChecks::keys, Mask::content)),
            Map.entry("digits", FieldRule.text(VoiceChecks::tones, Mask::content)),
            Map.entry("duration_millis", FieldRule.range(100, 500)),
            Map.entry("recording_id", FieldRule.text(Checks::notBlank, Mask::identifier)),
            Map.entry("queue", FieldRule.text(Checks::notBlank, Mask::content)),
            Map.entry("video_room_id", FieldRule.text(Checks::notBlank, Mask::identifier)));

    /** Rules without a required field. */
    static final CommandRules NOTHING_REQUIRED = requiring();

    private final Map<String, FieldRule> fields;
    private final List<Consumer<Check>> wholes;

    private CommandRules(Map<String, FieldRule> fields, List<Consumer<Check>> wholes) {
        this.fields = Map.copyOf(fields);
        this.wholes = List.copyOf(wholes);
    }

    static CommandRules requiring(String... names) {
        List<Consumer<Check>> wholes = new ArrayList<>();
        for (String name : names) {
            wholes.add(check -> check.require(name));
        }
        return new CommandRules(FIELDS, wholes);
    }

    /** Adds a rule for a field that means something else here than elsewhere. */
    CommandRules with(String name, FieldRule rule) {
        Map<String, FieldRule> changed = new HashMap<>(fields);
        changed.put(name, rule);
        return new CommandRules(changed, wholes);
    }

    /** Adds a rule for how fields go together. */
    CommandRules and(Consumer<Check> whole) {
        List<Consumer<Check>> more = new ArrayList<>(wholes);
        more.add(whole);
        return new CommandRules(fields, more);
    }

    /**
     * Checks a request.
     *
     * @throws org.telnyx4j.errors.TelnyxValidationException if it breaks a rule
     */
    void check(String operation, ErrorFactory errors, JsonNode body) {
        Check check = new Check(operation, errors, body);
        wholes.forEach(whole -> whole.accept(check));
        body.properties().forEach(field -> {
            FieldRule rule = fields.get(field.getKey());
            String problem = rule == null || field.getValue().isNull() ? null : rule.problem(field.getValue());
            if (problem != null) {
                throw errors.localCheck(operation, field.getKey(), problem);
            }
        });
    }

    /** The request at hand. */
    record Check(String operation, ErrorFactory errors, JsonNode body) {
        boolean has(String name) {
            return body.hasNonNull(name);
        }

        void require(String name) {
            if (!has(name)) {
                throw errors.localCheck(operation, name, "must be set");
            }
        }

        void requireIfTrue(String name, String condition) {
            if (body.path(condition).asBoolean(false) && !has(name)) {
                throw errors.localCheck(operation, name, "must be set where " + condition + " is true");
            }
        }

        /** Refuses more than one of several fields. */
        void atMostOneOf(String... names) {
            String first = null;
            for (String name : names) {
                if (has(name) && first != null) {
                    throw errors.localCheck(operation, name, "must not be set together with " + first);
                }
                first = has(name) ? name : first;
            }
        }

        /** Refuses none, and more than one, of several fields. */
        void exactlyOneOf(String... names) {
            atMostOneOf(names);
            for (String name : names) {
                if (has(name)) {
                    return;
                }
            }
            List<String> others = List.of(names).subList(1, names.length);
            throw errors.localCheck(operation, names[0], "or " + String.join(" or ", others) + " must be set");
        }

        /** Refuses a least number of digits that is above the most. */
        void digitsInOrder() {
            @Nullable JsonNode least = body.get("minimum_digits");
            @Nullable JsonNode most = body.get("maximum_digits");
            if (least != null && most != null && least.asLong() > most.asLong()) {
                throw errors.localCheck(
                        operation,
                        "minimum_digits",
                        "must not be above maximum_digits, was " + least.asLong() + " with " + most.asLong());
            }
        }
    }
}
