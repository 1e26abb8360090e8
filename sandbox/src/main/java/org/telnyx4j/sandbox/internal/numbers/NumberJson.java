package org.telnyx4j.sandbox.internal.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Timestamps;

/** Writes numbers as the API does: those of the account with each of their groups of settings, and those for sale. */
final class NumberJson {
    private static final List<String> NULL_DETAILS = List.of(
            "billing_group_id",
            "connection_id",
            "connection_name",
            "customer_reference",
            "emergency_address_id",
            "external_pin",
            "messaging_profile_id",
            "messaging_profile_name");

    private NumberJson() {}

    /** Returns a copy with the changes in it, whose nested objects change field by field as well. */
    static ObjectNode merge(ObjectNode base, ObjectNode changes) {
        ObjectNode merged = base.deepCopy();
        changes.properties().forEach(change -> {
            JsonNode before = merged.get(change.getKey());
            JsonNode after = change.getValue();
            boolean nested = before instanceof ObjectNode && after instanceof ObjectNode;
            merged.set(change.getKey(), nested ? merge((ObjectNode) before, (ObjectNode) after) : after.deepCopy());
        });
        return merged;
    }

    static ObjectNode details(OwnedNumber number, @Nullable String profileName) {
        ObjectNode voice = voice(number);
        ObjectNode json = Json.object();
        json.put("record_type", "phone_number");
        json.put("id", number.id());
        json.put("phone_number", number.phoneNumber());
        json.put("country_iso_alpha2", NumberStore.countryOf(number.phoneNumber()));
        json.put("phone_number_type", NumberStore.typeOf(number.phoneNumber()));
        json.put("status", "active");
        json.put("source_type", "number_order");
        json.putArray("tags");
        NULL_DETAILS.forEach(json::putNull);
        json.put(
                "call_forwarding_enabled",
                voice.at("/call_forwarding/call_forwarding_enabled").asBoolean());
        json.put(
                "call_recording_enabled",
                voice.at("/call_recording/inbound_call_recording_enabled").asBoolean());
        json.put(
                "caller_id_name_enabled",
                number.voice().path("caller_id_name_enabled").asBoolean());
        json.put(
                "cnam_listing_enabled",
                voice.at("/cnam_listing/cnam_listing_enabled").asBoolean());
        json.put("deletion_lock_enabled", false);
        json.put("emergency_enabled", false);
        json.put("emergency_status", "disabled");
        json.put("hd_voice_enabled", false);
        json.put("inbound_call_screening", voice.get("inbound_call_screening").asText());
        json.put(
                "t38_fax_gateway_enabled",
                voice.at("/media_features/t38_fax_gateway_enabled").asBoolean());
        json.put("activated_at", Timestamps.format(number.purchasedAt()));
        json.put("created_at", Timestamps.format(number.purchasedAt()));
        json.put("purchased_at", Timestamps.format(number.purchasedAt()));
        json.put("updated_at", Timestamps.format(number.updatedAt()));
        ObjectNode merged = merge(json, number.details().deepCopy().without(List.of("messaging_product")));
        return merged.put("messaging_profile_name", profileName);
    }

    /** Writes a number that was just deleted: other than a living one, it has no fields that are null. */
    static ObjectNode deleted(OwnedNumber number, @Nullable String profileName) {
        ObjectNode json = details(number, profileName).put("status", "deleted");
        json.remove(List.of("country_iso_alpha2", "emergency_status", "inbound_call_screening", "source_type"));
        json.properties().removeIf(field -> field.getValue().isNull());
        return json;
    }

    static ObjectNode messaging(OwnedNumber number, String organizationId) {
        ObjectNode json = Json.object();
        json.put("record_type", "messaging_settings");
        json.put("id", number.id());
        json.put("organization_id", organizationId);
        json.put("phone_number", number.phoneNumber());
        json.put("country_code", NumberStore.countryOf(number.phoneNumber()));
        json.put("type", messagingType(number));
        json.put("messaging_profile_id", number.messagingProfileId().orElse(null));
        json.put("messaging_product", number.detail("messaging_product").orElse("A2P"));
        json.put("traffic_type", "A2P");
        json.putArray("eligible_messaging_products").add("A2P");
        ObjectNode features = json.putObject("features");
        features.set("sms", featureSet(true));
        features.set("mms", featureSet(false));
        json.putObject("health")
                .put("message_count", 0)
                .put("inbound_outbound_ratio", 0.0)
                .put("success_ratio", 0.0)
                .put("spam_ratio", 0.0);
        ArrayNode tags = json.putArray("tags");
        number.tags().forEach(tags::add);
        json.put("created_at", Timestamps.format(number.purchasedAt()));
        json.put("updated_at", Timestamps.format(number.updatedAt()));
        return json;
    }

    static String messagingType(OwnedNumber number) {
        return Region.isTollFree(number.phoneNumber()) ? "tollfree" : "longcode";
    }

    private static ObjectNode featureSet(boolean international) {
        return Json.object()
                .put("domestic_two_way", true)
                .put("international_inbound", international)
                .put("international_outbound", international);
    }

    static ObjectNode voice(OwnedNumber number) {
        ObjectNode json = Json.object();
        json.put("record_type", "voice_settings");
        json.put("id", number.id());
        json.put("phone_number", number.phoneNumber());
        number.connectionId().ifPresent(id -> json.put("connection_id", id));
        number.customerReference().ifPresent(reference -> json.put("customer_reference", reference));
        json.put("tech_prefix_enabled", false);
        json.put("translated_number", "");
        json.put("usage_payment_method", "pay-per-minute");
        json.put("inbound_call_screening", "disabled");
        json.putObject("call_forwarding").put("call_forwarding_enabled", false).put("forwards_to", "");
        json.putObject("call_recording")
                .put("inbound_call_recording_enabled", false)
                .put("inbound_call_recording_channels", "single")
                .put("inbound_call_recording_format", "wav");
        json.putObject("cnam_listing").put("cnam_listing_enabled", false).put("cnam_listing_details", "");
        json.putObject("emergency").put("emergency_enabled", false).put("emergency_status", "disabled");
        json.putObject("media_features")
                .put("accept_any_rtp_packets_enabled", false)
                .put("rtp_auto_adjust_enabled", true)
                .put("t38_fax_gateway_enabled", false);
        // The API takes this one with the voice settings, and shows it among the number's details.
        return merge(json, number.voice().deepCopy().without(List.of("caller_id_name_enabled")));
    }

    /** Writes a number for sale. The prices are made up. */
    static ObjectNode available(String phoneNumber) {
        ObjectNode json = Json.object();
        json.put("record_type", "available_phone_number");
        json.put("phone_number", phoneNumber);
        json.put("vanity_format", "");
        json.put("best_effort", false);
        json.put("quickship", true);
        json.put("reservable", true);
        json.putObject("cost_information")
                .put("currency", "USD")
                .put("monthly_cost", "1.10000")
                .put("upfront_cost", "1.00000");
        ArrayNode features = json.putArray("features");
        Stock.featuresOf(phoneNumber).forEach(name -> features.addObject().put("name", name));
        Region region = Region.of(phoneNumber);
        ArrayNode regions = json.putArray("region_information");
        addRegion(regions, "country_code", region.country());
        addRegion(regions, "state", region.state());
        addRegion(regions, "location", region.city());
        addRegion(regions, "rate_center", region.rateCenter());
        return json;
    }

    private static void addRegion(ArrayNode regions, String type, @Nullable String name) {
        if (name != null) {
            regions.addObject().put("region_type", type).put("region_name", name);
        }
    }
}
