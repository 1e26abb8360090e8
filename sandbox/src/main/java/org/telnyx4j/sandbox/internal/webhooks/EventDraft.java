package org.telnyx4j.sandbox.internal.webhooks;

import org.telnyx4j.json.JsonModel;

/**
 * An event that has just happened.
 *
 * @param eventType such as {@code message.sent}
 * @param payload the generated model of its payload
 * @param targets where it goes
 */
public record EventDraft(String eventType, JsonModel payload, Targets targets) {}
