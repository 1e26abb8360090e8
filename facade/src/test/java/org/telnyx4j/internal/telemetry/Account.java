package org.telnyx4j.internal.telemetry;

import java.util.Map;
import org.telnyx4j.internal.telemetry.LoopbackServer.Answer;

/** Answers every operation with success, and with private values wherever the API has them. */
final class Account {
    static final String PROFILE_ID = "740572b6-099c-44a1-89b9-6c92163bc68d";
    static final String ORDER_ID = "12ade33a-21c0-473b-b055-b3c836e1c292";
    static final String NUMBER_ID = "1293384261075731499";
    static final String LEG = "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg";

    private static final String MESSAGE = """
            {"data":{"id":"40385f64-5717-4562-b3fc-2c963f66afa6","parts":2,"text":"Meet me at the quay",
            "cost":{"amount":"0.0080","currency":"USD"},"webhook_url":"https://hook.hidden.example/jane/doe?token=sesame",
            "to":[{"phone_number":"+16135550142","status":"queued"}],"from":{"phone_number":"+16135550187"}}}""";

    private static final String CALL = """
            {"data":{"call_control_id":"v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg",
            "call_leg_id":"428c31b6-7af4-4bcb-b7f5-5013ef9657c1","call_session_id":"428c31b6-abf3-3bc1-b7f4-5013ef9657c1",
            "is_alive":true,"client_state":"dGlja2V0IG9mIEphbmUgRG9l"}}""";

    static final String PROFILE = """
            {"id":"740572b6-099c-44a1-89b9-6c92163bc68d","name":"Clinic of Jane Doe","enabled":true,
            "whitelisted_destinations":["CA"],"webhook_url":"https://hook.hidden.example/jane/doe?token=sesame",
            "v1_secret":"opensesame","alpha_sender":"jane"}""";

    static final String ORDER = """
            {"id":"12ade33a-21c0-473b-b055-b3c836e1c292","status":"success","customer_reference":"patient Jane Doe",
            "phone_numbers":[{"id":"dc8e4d67-33a0-4cbb-af74-7b58f05bd494","phone_number":"+16135550142",
            "status":"success"}]}""";

    private static final String OWNED = """
            {"id":"1293384261075731499","phone_number":"+16135550142","status":"active","tags":["Jane"],
            "customer_reference":"patient Jane Doe","connection_id":"1293384261075731500",
            "connection_name":"Clinic of Jane Doe","messaging_profile_id":"740572b6-099c-44a1-89b9-6c92163bc68d",
            "messaging_profile_name":"Clinic of Jane Doe",
            "call_forwarding":{"call_forwarding_enabled":true,"forwards_to":"+16135550187"},
            "cnam_listing":{"cnam_listing_enabled":true,"cnam_listing_details":"Jane Doe"}}""";

    private static final String AVAILABLE = """
            {"data":[{"phone_number":"+16135550142","features":[{"name":"sms"}],
            "cost_information":{"upfront_cost":"1.00","monthly_cost":"1.00","currency":"USD"}}]}""";

    /** By the path's first part, for requests of one thing. */
    private static final Map<String, String> ONE = Map.of(
            "messages", MESSAGE,
            "calls", CALL,
            "messaging_profiles", data(PROFILE),
            "number_orders", data(ORDER),
            "phone_numbers", data(OWNED));

    private static final Map<String, String> LISTS = Map.of(
            "messaging_profiles", list(PROFILE),
            "number_orders", list(ORDER),
            "phone_numbers", list(OWNED),
            "available_phone_numbers", AVAILABLE);

    private Account() {}

    static Answer answer(String request) {
        String target = request.substring(request.indexOf("/v2/") + 4);
        if (target.contains("/actions/")) {
            return new Answer(200, "{\"data\":{\"result\":\"ok\"}}");
        }
        boolean isList = target.contains("?");
        String first = target.split("[/?]", 2)[0];
        String body = (isList ? LISTS : ONE).get(first);
        return body == null ? new Answer(500, "unexpected " + request) : new Answer(200, body);
    }

    static String data(String item) {
        return "{\"data\":" + item + "}";
    }

    static String list(String items) {
        return "{\"data\":[" + items + "],\"meta\":{\"page_number\":1,\"page_size\":250,\"total_pages\":1,"
                + "\"total_results\":1}}";
    }
}
