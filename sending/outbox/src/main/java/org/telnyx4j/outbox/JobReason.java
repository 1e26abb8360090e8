package org.telnyx4j.outbox;

/** Why a job is in its state: the codes that the outbox itself gives. */
public final class JobReason {
    /** Discarded: Telnyx, or the check before it, refused the request. */
    public static final String REJECTED = "rejected";

    /** Discarded: the recipient has opted out. */
    public static final String OPTED_OUT = "opted_out";

    /** Discarded: it was not sent by the time at which it expires. */
    public static final String EXPIRED = "expired";

    /** Discarded: the application cancelled it, or a person decided so. */
    public static final String CANCELLED = "cancelled";

    /** Ready: it waits for the delay that a rate limit asks for. */
    public static final String SNOOZED = "snoozed";

    /** Ready: it waits after a failure that had certainly no effect. */
    public static final String RETRY = "retry";

    /** Ready: it waits until the recipient's quiet hours are over. */
    public static final String QUIET_HOURS = "quiet_hours";

    /** Unknown: no response came, or none that shows whether it was carried out. */
    public static final String NO_RESPONSE = "no_response";

    /** Unknown: the worker that had claimed it ended, or could not be seen any more. */
    public static final String WORKER_LOST = "worker_lost";

    /** Sent: an event or a detail record shows that it was. */
    public static final String SETTLED = "settled";

    /** Sent: Telnyx accepted it, with a response that could not be read. */
    public static final String RESPONSE_UNREADABLE = "response_unreadable";

    /** Ready, or sent: a person decided so. */
    public static final String DECIDED = "decided";

    /** Parked: it was not seen for as long as is checked. That does not mean that it was not sent. */
    public static final String NOT_FOUND_OUT = "not_found_out";

    /** Parked: it is unknown whether it was sent, and it has no webhook URL, so that nothing can be found by a token. */
    public static final String NO_WEBHOOK_URL = "no_webhook_url";

    /** Sent: more than one message was sent with the token of one claim. Something on the way has repeated the request. */
    public static final String SENT_TWICE = "sent_twice";

    /** Parked: the row cannot be read, such as a request that is no JSON. */
    public static final String UNREADABLE = "unreadable";

    /** Parked: it is a request, or of a kind, that no worker's edition knew for an hour. */
    public static final String UNKNOWN_OPERATION = "unknown_operation";

    /** Ready: the worker's code that finds tenants failed. */
    public static final String TENANT_FAILED = "tenant_failed";

    /** Parked: no tenant of that name is known to the worker. */
    public static final String UNKNOWN_TENANT = "unknown_tenant";

    /** Parked: the quiet hours could not be determined. */
    public static final String QUIET_HOURS_FAILED = "quiet_hours_failed";

    /** Parked: it failed as often as it may be tried. */
    public static final String TOO_MANY_ATTEMPTS = "too_many_attempts";

    /** Parked: the API key is missing, not accepted or not allowed to do this. */
    public static final String NOT_AUTHORIZED = "not_authorized";

    /** Parked: the application's own code failed, such as its policy. */
    public static final String APPLICATION_FAILED = "application_failed";

    private JobReason() {}
}
